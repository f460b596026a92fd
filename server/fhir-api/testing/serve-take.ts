import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { takeRoute } from '../../http/take-route.ts';
import type { FrontVariables } from '../../http/trpc-route.ts';
import type { Services } from '../../kernel/context.ts';
import { deriveKey } from '../../kernel/sealing.ts';

export const secret = 's'.repeat(43);

/** The one route on a port of its own, so that others' clients can ask it. */
export async function serveTake(services: Services): Promise<{ url: string; close: () => void }> {
  const app = new Hono<FrontVariables>();
  app.use((c, next) => {
    c.set('requestId', 'take-test');
    return next();
  });
  const keys = { authSecret: deriveKey(secret, 'auth').toString('hex'), internalToken: 'i'.repeat(64) };
  takeRoute(app, services, keys, 'https://huimin.example');
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
