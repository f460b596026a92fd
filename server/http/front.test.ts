import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { systemIds } from '../kernel/ids.ts';
import { createLog } from '../kernel/log.ts';
import { createSealing } from '../kernel/sealing.ts';
import { createFront, type Front } from './front.ts';

const internalToken = 'i'.repeat(64);
const secret = 's'.repeat(32);
let db: TestDatabase;
let services: Services;
let web: Server;
let webUrl: string;
let front: Front;
let url: string;
/** What the web process was sent last. */
let seen: IncomingHttpHeaders = {};
let half: Promise<void>;
let finish: () => void = () => {};

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
  process.env.LOG_LEVEL = 'silent';
  services = {
    db,
    clock: systemClock,
    ids: systemIds,
    sealing: createSealing(secret),
    log: createLog('test'),
    sms: async () => ({ ok: true }),
    demo: false,
  };
  web = createServer((req, res) => {
    seen = req.headers;
    if (req.url === '/_next/static/a.js') {
      res.setHeader('cache-control', 'public, max-age=31536000, immutable').end('1');
    } else if (req.url === '/slow') {
      res.writeHead(200, { 'content-type': 'text/plain' }).write('first');
      half = new Promise((resolve) => {
        finish = resolve;
      });
      void half.then(() => res.end(' last'));
    } else if (req.url === '/never') {
      // no answer
    } else {
      res.setHeader('content-type', 'text/html').setHeader('x-powered-by', 'Next').end('<p>page</p>');
    }
  });
  await listening(web);
  webUrl = addressOf(web);
  front = createFront({
    services,
    keys: { authSecret: 'a'.repeat(64), internalToken },
    webUrl,
    publicUrl: 'https://huimin.example',
    webTimeoutMs: 300,
  });
  await listening(front.server);
  url = addressOf(front.server);
});
afterAll(async () => {
  await front.drain(100);
  web.closeAllConnections();
  web.close();
  await db.close();
});

const post = (path: string, headers: Record<string, string> = {}, body = '{}') =>
  fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('pages', () => {
  it('carry a fresh nonce, the same on the way in and out', async () => {
    const first = await fetch(url, { headers: { accept: 'text/html' } });
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
    expect(seen['content-security-policy']).toBe(policy);
    expect(seen['x-nonce']).toBe(nonce);
    expect(policy).toMatch(/frame-ancestors 'none'.*upgrade-insecure-requests/);
    expect(policy).not.toContain('unsafe-eval');
    const second = await fetch(url, { headers: { accept: 'text/html' } });
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  it('are kept by no cache, and say nothing of what made them', async () => {
    const { headers } = await fetch(url, { headers: { cookie: 'a=b' } });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
  });

  it('leave static files to caches', async () => {
    const { headers } = await fetch(`${url}/_next/static/a.js`, { headers: { cookie: 'a=b' } });
    expect(headers.get('cache-control')).toMatch(/immutable/);
  });

  it('stream: the first part arrives before the last is written', async () => {
    const answer = await fetch(`${url}/slow`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('first');
    finish();
    expect((await reader?.read())?.value).toBe(' last');
  });

  it('never see headers that only we may send', async () => {
    const forged = {
      'x-huimin-internal': internalToken,
      'x-huimin-actor': 'official',
      'x-nonce': 'mine',
      'x-middleware-subrequest': 'middleware',
      'content-security-policy': "script-src 'unsafe-inline'",
      'x-ordinary': 'stays',
    };
    await fetch(url, { headers: forged });
    expect(seen['x-ordinary']).toBe('stays');
    for (const name of ['x-huimin-internal', 'x-huimin-actor', 'x-middleware-subrequest'])
      expect(seen[name]).toBeUndefined();
    expect(seen['x-nonce']).not.toBe('mine');
    expect(seen['content-security-policy']).toMatch(/^default-src 'self'/);
  });

  it('say in both languages that they did not answer in time', async () => {
    const answer = await fetch(`${url}/never`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(504);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).toMatch(/网页响应超时[\s\S]*too long/);
  });
});

describe('tRPC', () => {
  it('answers, privately', async () => {
    const answer = await fetch(`${url}/api/trpc/access.me`);
    expect(answer.status).toBe(200);
    expect((await answer.json()).result.data.kind).toBe('anonymous');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['a forged form without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['the address with another port', { origin: 'http://127.0.0.1:1' }],
  ])('refuses a change from %s', async (_name, headers) => {
    const answer = await post('/api/trpc/access.signOut', headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect((await answer.json()).error.data.fault.rule).toBe('origin-not-ours');
  });

  it.each([
    ['the public address', () => ({ origin: 'https://huimin.example' })],
    ['the address asked', () => ({ origin: url })],
    ['a program without origin', () => ({})],
  ])('lets a change from %s reach the procedure', async (_name, headers) => {
    const answer = await post('/api/trpc/access.signOut', headers());
    expect((await answer.json()).error.data.fault.rule).toBe('sign-in-needed');
  });

  it('takes JSON only', async () => {
    expect((await post('/api/trpc/access.signOut', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('takes one megabyte at most', async () => {
    const answer = await post('/api/trpc/access.signOut', {}, JSON.stringify({ text: 'x'.repeat(1_000_001) }));
    expect(answer.status).toBe(413);
  });

  it('takes ten calls at most in one request, and checks of codes one by one', async () => {
    const batch = (paths: string[]) => post(`/api/trpc/${paths.join(',')}?batch=1`);
    expect((await batch(Array(11).fill('access.me'))).status).toBe(400);
    const guesses = await batch(['access.requestCode', 'access.requestCode']);
    expect((await guesses.json()).error.data.fault.rule).toBe('sign-in-not-in-a-batch');
    const encoded = await post('/api/trpc/access.me%2Caccess.requestCode?batch=1');
    expect((await encoded.json()).error.data.fault.rule).toBe('sign-in-not-in-a-batch');
    expect((await fetch(`${url}/api/trpc/${Array(10).fill('access.me').join(',')}?batch=1&input={}`)).status).toBe(200);
  });

  it('knows our web process by its token alone', async () => {
    const ask = async (token: string) => {
      const answer = await post('/api/trpc/access.exchangeCode', { 'x-huimin-internal': token });
      return (await answer.json()).error.data.fault;
    };
    expect((await ask(internalToken)).rule).not.toBe('procedure-not-found');
    expect((await ask('wrong')).rule).toBe('procedure-not-found');
    expect((await ask(`${internalToken}x`)).rule).toBe('procedure-not-found');
  });
});

describe('what operators ask', () => {
  it('is alive without asking anybody', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  });

  it('prints metrics to those who reach it directly only', async () => {
    await fetch(url);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/huimin_http_requests_total\{route="page",method="GET",status="2xx"\} \d+/);
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
  });

  it('knows no other path of its own', async () => {
    expect((await fetch(`${url}/api/his/H1/nothing`)).status).toBe(404);
  });
});

describe('the web process is away', () => {
  it('shows a page that says so and when to come back, and answers its own routes', async () => {
    const lonely = createFront({
      services,
      keys: { authSecret: 'a'.repeat(64), internalToken },
      webUrl: 'http://127.0.0.1:9',
      publicUrl: 'http://localhost',
    });
    await listening(lonely.server);
    const address = addressOf(lonely.server);
    const page = await fetch(address, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(502);
    expect(page.headers.get('retry-after')).toBe('5');
    expect(await page.text()).toContain('网页服务正在重新启动');
    const data = await fetch(address, { headers: { accept: 'application/json' } });
    expect(await data.json()).toEqual({ error: { code: 'unavailable', retryAfterSeconds: 5 } });
    expect((await fetch(`${address}/api/trpc/access.me`)).status).toBe(200);
    await lonely.drain(100);
  });
});

describe('draining', () => {
  it('finishes what it has begun and takes nothing new', async () => {
    const leaving = createFront({
      services,
      keys: { authSecret: 'a'.repeat(64), internalToken },
      webUrl,
      publicUrl: 'http://localhost',
    });
    await listening(leaving.server);
    const address = addressOf(leaving.server);
    const begun = await fetch(`${address}/slow`);
    const drained = leaving.drain(5000);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    finish();
    expect(await begun.text()).toBe('first last');
    await drained;
  });
});
