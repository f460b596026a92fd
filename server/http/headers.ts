import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const internalHeader = 'x-huimin-internal';

/** Names that only our own processes may send: a visitor who sends them is not believed. */
const ours =
  /^(x-huimin-.*|x-nonce|x-middleware-.*|x-nextjs-.*|x-next-.*|x-invoke-.*|x-matched-path|content-security-policy.*)$/i;
/** What Next's own script in the browser sends and needs. */
const allowed = /^x-nextjs-data$/i;

/** True when the request carries the internal token of our web process. */
export function isInternal(req: IncomingMessage, token: string): boolean {
  const sent = req.headers[internalHeader];
  if (typeof sent !== 'string') return false;
  const a = Buffer.from(sent);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Takes away in place what only we may send, so that nothing behind the front can read it by accident. */
export function stripOurs(req: IncomingMessage, keep = false): void {
  const isOurs = (name: string) =>
    name.toLowerCase() === internalHeader || (!keep && ours.test(name) && !allowed.test(name));
  for (const name of Object.keys(req.headers)) if (isOurs(name)) delete req.headers[name];
  // Hono reads the raw list, the proxy the parsed one
  const raw = req.rawHeaders;
  for (let i = raw.length - 2; i >= 0; i -= 2) if (isOurs(raw[i] ?? '')) raw.splice(i, 2);
}

export const newNonce = (): string => randomBytes(16).toString('base64');

/** Script only with this request's nonce; nothing from other hosts; nobody may frame us. */
export function contentSecurityPolicy(nonce: string, options: { dev: boolean; https: boolean }): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${options.dev ? " 'unsafe-eval'" : ''}`,
    // style attributes carry no script; the screens set sizes and colours with them
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${options.dev ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(options.https ? ['upgrade-insecure-requests'] : []),
  ];
  return rules.join('; ');
}

/** On every answer, whoever gives it. */
export function safetyHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    // speaking instead of typing, and hospitals near here: our own pages alone may ask
    'permissions-policy': 'camera=(), microphone=(self), geolocation=(self), payment=(), usb=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** What our own routes answer besides: never kept by a cache, never shown in a frame, never run as script. */
export const apiHeaders = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * Why a changing request is refused, or null. A browser names its origin on each POST; one that names
 * another's, or hides it while saying it comes from elsewhere, is a forged request.
 */
export function foreignOrigin(headers: Pick<Headers, 'get'>, publicUrl: string): string | null {
  const origin = headers.get('origin');
  if (origin === null) {
    const site = headers.get('sec-fetch-site');
    return site === null || site === 'same-origin' || site === 'none' ? null : 'cross-site request without origin';
  }
  if (origin === new URL(publicUrl).origin) return null;
  if (!URL.canParse(origin)) return 'origin cannot be read';
  return new URL(origin).host === headers.get('host') ? null : 'another origin';
}
