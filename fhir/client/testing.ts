import http, { type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect } from 'vitest';
import type { HisError } from './errors.ts';
import { createHisClient, type HisClient, type HisEndpoint } from './his-client.ts';

export const token = 'very-secret-token';
const closing: (() => unknown)[] = [];

/** Closes what a test opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

export async function listen(handler: RequestListener): Promise<{ port: number; connections: () => number }> {
  const sockets = new Set<Socket>();
  const server = http.createServer(handler);
  let connections = 0;
  server.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

export async function hospital(handler: RequestListener, change: Partial<HisEndpoint> = {}) {
  const server = await listen(handler);
  const baseUrl = change.baseUrl ?? `http://127.0.0.1:${server.port}/fhir`;
  const limits = { allowPrivate: true, timeoutMs: 2_000, maxBodyBytes: 100_000, maxConcurrency: 4 };
  const client = createHisClient({ code: 'h1', token, ...limits, ...change, baseUrl });
  closing.push(client.close);
  return { client, baseUrl, ...server };
}

export const json = (response: http.ServerResponse, body: unknown, status = 200, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers }).end(JSON.stringify(body));
export const slot = (id: string) => ({ resourceType: 'Slot', id });
export const bundle = (ids: string[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: next ? [{ relation: 'next', url: next }] : [],
  entry: ids.map((id) => ({ resource: slot(id) })),
});

export async function all(client: HisClient): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const page of client.search('Slot', { _count: 2 })) pages.push(page.map((one) => String(one.id)));
  return pages;
}
export const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it should have failed'),
    (error: HisError) => error,
  );
