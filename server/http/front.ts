import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { AuthKeys } from '../auth.ts';
import type { Services } from '../kernel/context.ts';
import { watchRequest } from './access-log.ts';
import { createAdmission } from './admission/admission.ts';
import { hasPass, passFor, passHeader } from './admission/page-pass.ts';
import { createBookingLane, isForLane } from './booking-lane.ts';
import { createForward } from './forward.ts';
import { isInternal, safetyHeaders, stripOurs } from './headers.ts';
import { type Bindings, ownRoutes } from './own-routes.ts';
import { createReadiness } from './readiness.ts';
import { isOwnRoute, pathOf, routeClassOf } from './route-class.ts';

export type FrontOptions = {
  services: Services;
  keys: AuthKeys;
  webUrl: string;
  publicUrl: string;
  sandboxUrl?: string | undefined;
  dev?: boolean;
  webTimeoutMs?: number;
};
export type Front = {
  server: Server;
  /** Takes no new requests, finishes those in progress, at most `withinMs`. */
  drain: (withinMs: number) => Promise<void>;
};

/** The only door to the outside: answers its own routes and hands every other path to the web process. */
export function createFront(options: FrontOptions): Front {
  const { services, keys, webUrl, publicUrl, dev = false, webTimeoutMs } = options;
  const https = publicUrl.startsWith('https:');
  const always = Object.entries(safetyHeaders(https));
  let stopping = false;
  const readiness = createReadiness({ services, webUrl, sandboxUrl: options.sandboxUrl, stopping: () => stopping });
  const answer = getRequestListener(ownRoutes(options, readiness).fetch);
  const onError = (error: Error) => services.log.warn({ err: { message: error.message } }, 'web did not answer');
  const admission = createAdmission(keys.authSecret);
  const lane = createBookingLane(services, keys, publicUrl, (req, res) => void answer(req, res));
  const forward = createForward({
    webUrl,
    publicUrl,
    dev,
    onError,
    ...(webTimeoutMs ? { timeoutMs: webTimeoutMs } : {}),
  });

  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    (req, res) => {
      const requestId = randomUUID();
      const internal = isInternal(req, keys.internalToken);
      const own = isOwnRoute(routeClassOf(pathOf(req.url)));
      const letIn = internal || hasPass(req, keys.internalToken);
      stripOurs(req, internal && own);
      watchRequest(req, res, requestId, services.log);
      for (const [name, value] of always) res.setHeader(name, value);
      res.setHeader('x-request-id', requestId);
      if (stopping) res.setHeader('connection', 'close');
      if (own) (req as Bindings['incoming']).huimin = { requestId, internal };
      const go = () => {
        if (own) {
          void answer(req, res);
          return;
        }
        tellOrigin(req, requestId, https);
        req.headers[passHeader] = passFor(requestId, keys.internalToken);
        forward.web(req, res);
      };
      const admit = (then: () => void) => (letIn ? then() : admission.admit(req, res, then));
      if (isForLane(req)) void lane(req, res, { requestId, internal }, admit);
      else admit(go);
    },
  );
  server.on('upgrade', (req, socket, head) => {
    stripOurs(req);
    forward.upgrade(req, socket, head);
  });
  const drain = async (withinMs: number) => {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // a connection that was busy when the door closed would otherwise be kept for its next request
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const limit = setTimeout(() => {
      server.closeAllConnections();
      forward.close();
    }, withinMs);
    await closed;
    clearInterval(idle);
    clearTimeout(limit);
    admission.close();
    forward.close();
  };
  return { server, drain };
}

/** From whom and by which address the request came; only the last link of the chain is our own word. */
function tellOrigin(req: IncomingMessage, requestId: string, https: boolean): void {
  const from = req.socket.remoteAddress ?? '';
  const chain = req.headers['x-forwarded-for'];
  req.headers['x-forwarded-for'] = chain ? `${chain}, ${from}` : from;
  req.headers['x-forwarded-proto'] = https ? 'https' : 'http';
  req.headers['x-forwarded-host'] = req.headers.host ?? '';
  req.headers['x-request-id'] = requestId;
}
