import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const passHeader = 'x-huimin-pass';

/**
 * Goes with a page to the web process and comes back with what the page asks us: it was let in once and is not
 * held up again halfway. Proves the request id to be ours; visitors' own words under this name are taken off.
 */
export const passFor = (requestId: string, token: string): string =>
  createHmac('sha256', token).update(`page ${requestId}`).digest('base64url');

export function hasPass({ headers }: IncomingMessage, token: string): boolean {
  const pass = headers[passHeader];
  const requestId = headers['x-request-id'];
  if (typeof pass !== 'string' || typeof requestId !== 'string') return false;
  const expected = Buffer.from(passFor(requestId, token));
  const sent = Buffer.from(pass);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
