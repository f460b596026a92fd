import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type AuthKeys, createContext } from '../auth.ts';
import type { Services } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { appRouter } from '../root.ts';
import { lostDatabase, retryAfter } from '../trpc.ts';
import { foreignOrigin } from './headers.ts';

export type FrontVariables = { Variables: { requestId: string; internal: boolean } };

export const maxBatchSize = 10;
const maxBodyBytes = 1_000_000;

/** Procedures that check a password or a code: ten guesses in one request would slip past limits counted by request. */
export const isSignIn = (procedure: string): boolean => /^access\.(request|exchange)/.test(procedure);

/** The shape tRPC's own errors have, so that a client reads one kind of refusal. */
const refuse = (status: number, code: string, rule: string, headers: Record<string, string> = {}) =>
  Response.json(
    { error: { message: rule, code: -32600, data: { code, httpStatus: status, fault: { code: 'invalid', rule } } } },
    { status, headers },
  );

/** Why this batch is refused, or null. */
export function batchFault(path: string, isBatch: boolean): string | null {
  const procedures = path.split(',');
  if (!isBatch) return null;
  if (procedures.length > maxBatchSize) return 'batch-too-large';
  return procedures.length > 1 && procedures.some(isSignIn) ? 'sign-in-not-in-a-batch' : null;
}

/** tRPC at /api/trpc: JSON only, from our own pages only, ten calls a request, one megabyte. */
export function trpcRoute(services: Services, keys: AuthKeys, publicUrl: string): Hono<FrontVariables> {
  const endpoint = '/api/trpc';
  const app = new Hono<FrontVariables>();
  app.use(
    `${endpoint}/*`,
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => refuse(413, 'PAYLOAD_TOO_LARGE', 'body-too-large', { connection: 'close' }),
    }),
  );
  app.on(['GET', 'POST'], `${endpoint}/*`, async (c) => {
    const { headers, method } = c.req.raw;
    const internal = c.get('internal');
    if (method === 'POST') {
      if (!internal && foreignOrigin(headers, publicUrl)) return refuse(403, 'FORBIDDEN', 'origin-not-ours');
      if (!(headers.get('content-type') ?? '').startsWith('application/json')) {
        return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'json-only');
      }
    }
    const procedures = decodeURIComponent(c.req.path.slice(endpoint.length + 1));
    const fault = batchFault(procedures, c.req.query('batch') !== undefined);
    if (fault) return refuse(400, 'BAD_REQUEST', fault);
    return fetchRequestHandler({
      endpoint,
      req: c.req.raw,
      router: appRouter,
      maxBatchSize,
      responseMeta: ({ errors }) => {
        const [seconds] = errors.flatMap(({ cause }) => (cause instanceof Fault ? (retryAfter(cause) ?? []) : []));
        return seconds ? { headers: { 'retry-after': seconds } } : {};
      },
      createContext: () =>
        createContext(services, keys, { headers, requestId: c.get('requestId'), internal }).catch((error) => {
          // asked before any procedure runs, so no procedure's mapping of errors applies
          throw lostDatabase(error) ?? error;
        }),
    });
  });
  return app;
}
