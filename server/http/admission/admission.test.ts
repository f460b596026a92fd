import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { deriveKey } from '../../kernel/sealing.ts';
import { testContext } from '../../kernel/test-context.ts';
import { createFront, type Front } from '../front.ts';
import { cookieOf } from '../testing/api-process.ts';
import { perSession, webGate } from './settings.ts';

const secret = 's'.repeat(43);
let db: TestDatabase;
let web: Server;
let front: Front;
let url: string;
/** Pages of /office never come before this is called. */
let finish: () => void = () => {};
const held = new Promise<void>((resolve) => {
  finish = resolve;
});
/** What a page carried to the web process last. */
let carried: IncomingMessage['headers'] = {};

const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
  web = createServer(async (req, res) => {
    carried = req.headers;
    if (req.url?.startsWith('/office')) await held;
    res.setHeader('content-type', 'text/html').end('<p>page</p>');
  });
  await listening(web);
  front = createFront({
    services: testContext(db, { kind: 'anonymous' }),
    keys: { authSecret: deriveKey(secret, 'auth').toString('hex'), internalToken: 'i'.repeat(64) },
    webUrl: addressOf(web),
    publicUrl: 'https://huimin.example',
  });
  await listening(front.server);
  url = addressOf(front.server);
});
afterAll(async () => {
  finish();
  await front.drain(500);
  web.closeAllConnections();
  web.close();
  await db.close();
});

const askMe = (headers: Record<string, string>) => fetch(`${url}/api/trpc/access.me,access.me?batch=1`, { headers });

it('tells a session that asks too often what to do, in the form of a batch, and nobody else', async () => {
  const askGuide = async (headers: Record<string, string>) =>
    fetch(`${url}/api/trpc/navigation.choose,navigation.choose?batch=1`, { headers });
  const cookie = await cookieOf('fast', secret);
  let calm = 0;
  let last = await askGuide({ cookie });
  while (last.status !== 429 && calm < perSession.ask.burst * 3) {
    calm += 1;
    await last.body?.cancel();
    last = await askGuide({ cookie });
  }
  expect(calm).toBeGreaterThanOrEqual(perSession.ask.burst);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(last.headers.get('cache-control')).toBe('private, no-store');
  const parts = await last.json();
  expect(parts).toHaveLength(2);
  expect(parts[1].error.data).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    path: 'navigation.choose',
    fault: {
      code: 'busy',
      rule: 'caller-too-fast',
      params: { seconds: expect.any(Number) },
      nextAt: expect.any(String),
    },
  });
  for (const other of [{ cookie: await cookieOf('calm', secret) }, {}])
    expect((await askGuide(other as Record<string, string>)).status).not.toBe(429);
  expect((await askMe({ cookie })).status).toBe(200);
});

it('shows a page that says so when reports flood the pages, while visits and bookings go on', async () => {
  const { shares, limit } = webGate;
  const running = Math.ceil(shares.export.most * limit.most);
  const flood = Array.from({ length: running + shares.export.queue + 5 }, async (_, i) => {
    const cookie = await cookieOf(`reader ${i}`, secret);
    return fetch(`${url}/office`, { headers: { accept: 'text/html', cookie } });
  });
  const refused = await Promise.any(flood.map(async (one) => ((await one).status === 503 ? one : Promise.reject())));
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(await refused.text()).toMatch(/此刻访问的人太多[\s\S]*Too many people/);
  expect((await fetch(`${url}/appointments`)).status).toBe(200);
  expect((await fetch(`${url}/book/H1/s`)).status).toBe(200);
  finish();
  const all = await Promise.all(flood.map(async (one) => (await one).status));
  expect(all.filter((status) => status === 200).length).toBeGreaterThanOrEqual(running);
  expect(all.every((status) => status === 200 || status === 503)).toBe(true);
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/huimin_admission_total\{part="web",kind="export",outcome="too-busy"\} \d+/);
});

it('lets a page in once: what the page asks for is not counted again', async () => {
  await fetch(`${url}/appointments`, { headers: { 'x-huimin-pass': 'forged' } });
  const { 'x-huimin-pass': pass, 'x-request-id': requestId } = carried as Record<string, string>;
  expect(pass).not.toBe('forged');
  const cookie = await cookieOf('page', secret);
  const statusesWith = async (headers: Record<string, string>) => {
    const seen = new Set<number>();
    for (let i = 0; i < perSession.record.burst * 2; i += 1) {
      const answer = await askMe({ cookie, ...headers });
      seen.add(answer.status);
      await answer.body?.cancel();
    }
    return seen;
  };
  expect(await statusesWith({ 'x-huimin-pass': pass ?? '', 'x-request-id': requestId ?? '' })).toEqual(new Set([200]));
});
