import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../kernel/log.ts';
import { counter, gauge, timing } from '../kernel/metrics.ts';
import { maskPath, pathOf, routeClassOf } from './route-class.ts';

const requests = counter('huimin_http_requests_total', 'Requests answered', ['route', 'method', 'status']);
const seconds = timing('huimin_http_request_seconds', 'Time to the end of the answer', ['route']);
const inFlight = gauge('huimin_http_requests_in_flight', 'Requests being answered');

/** The lines name nothing that `redact` looks for, and looking costs more than writing them. */
const plainLogs = new WeakMap<Log, Log>();
function plainLogOf(log: Log): Log {
  let plain = plainLogs.get(log);
  if (!plain) {
    plain = log.child({}, { redact: [] });
    plainLogs.set(log, plain);
  }
  return plain;
}

/** Counts and logs one request when its answer ends: kind, masked path, status and time, nothing about the person. */
export function watchRequest(req: IncomingMessage, res: ServerResponse, requestId: string, log: Log): void {
  const started = performance.now();
  const path = pathOf(req.url);
  const route = routeClassOf(path);
  const method = req.method ?? 'GET';
  inFlight.inc();
  res.once('close', () => {
    const ms = performance.now() - started;
    inFlight.dec();
    requests.inc({ route, method, status: `${Math.floor(res.statusCode / 100)}xx` });
    seconds.observe({ route }, ms / 1000);
    if (route === 'static' || (route === 'health' && res.statusCode < 400)) return;
    const line = { requestId, route, method, path: maskPath(path), status: res.statusCode, ms: Math.round(ms) };
    if (!res.writableFinished) plainLogOf(log).info({ ...line, cut: true }, 'request');
    else plainLogOf(log).info(line, 'request');
  });
}
