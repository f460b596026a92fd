import http, { type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { HisError } from './errors.ts';
import { createHisClient, type HisClient, type HisEndpoint } from './his-client.ts';

const token = 'very-secret-token';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(handler: RequestListener): Promise<{ port: number; connections: () => number }> {
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

async function hospital(handler: RequestListener, change: Partial<HisEndpoint> = {}) {
  const server = await listen(handler);
  const baseUrl = change.baseUrl ?? `http://127.0.0.1:${server.port}/fhir`;
  const limits = { allowPrivate: true, timeoutMs: 2_000, maxBodyBytes: 100_000, maxConcurrency: 4 };
  const client = createHisClient({ code: 'h1', token, ...limits, ...change, baseUrl });
  closing.push(client.close);
  return { client, baseUrl, ...server };
}

const json = (response: http.ServerResponse, body: unknown, status = 200, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers }).end(JSON.stringify(body));
const slot = (id: string) => ({ resourceType: 'Slot', id });
const bundle = (ids: string[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: next ? [{ relation: 'next', url: next }] : [],
  entry: ids.map((id) => ({ resource: slot(id) })),
});

async function all(client: HisClient): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const page of client.search('Slot', { _count: 2 })) pages.push(page.map((one) => String(one.id)));
  return pages;
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it should have failed'),
    (error: HisError) => error,
  );

describe('the protocol', () => {
  test('reads with the token, over one kept connection', async () => {
    const seen: http.IncomingHttpHeaders[] = [];
    const { client, connections } = await hospital((request, response) => {
      seen.push(request.headers);
      json(response, slot('7'));
    });
    for (let turn = 0; turn < 3; turn++) expect(await client.read('Slot', '7')).toEqual(slot('7'));
    expect(seen[0]).toMatchObject({ authorization: `Bearer ${token}`, accept: 'application/fhir+json' });
    expect(connections()).toBe(1);
  });

  test('without a token sends none', async () => {
    let sent: string | undefined = 'nothing asked';
    const { client } = await hospital(
      (request, response) => {
        sent = request.headers.authorization;
        json(response, slot('7'));
      },
      { token: null },
    );
    await client.read('Slot', '7');
    expect(sent).toBeUndefined();
  });

  test('creates on condition, and fetches what an empty answer does not show', async () => {
    const seen: string[] = [];
    const { client, baseUrl } = await hospital((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['if-none-exist'] ?? ''}`.trim());
      if (request.method === 'POST') response.writeHead(201, { Location: `${baseUrl}/Slot/9/_history/1` }).end();
      else json(response, slot('9'));
    });
    expect(await client.create({ resourceType: 'Slot' }, 'identifier=a%7Cb')).toEqual(slot('9'));
    expect(seen).toEqual(['POST /fhir/Slot identifier=a%7Cb', 'GET /fhir/Slot/9']);
  });

  test('updates, with the version it expects', async () => {
    let body = '';
    let match: string | undefined;
    const { client } = await hospital(async (request, response) => {
      match = request.headers['if-match'];
      for await (const chunk of request) body += chunk;
      json(response, slot('9'));
    });
    await client.update({ resourceType: 'Slot', id: '9', comment: '号源' }, '3');
    expect([match, JSON.parse(body).comment]).toEqual(['W/"3"', '号源']);
  });

  test('survives a kept connection that the hospital closed meanwhile', async () => {
    let calls = 0;
    const { client } = await hospital((request, response) => {
      // the second request of the first connection is met by a reset, as if it had been closed a moment ago
      if (++calls === 2) return request.socket.resetAndDestroy();
      json(response, slot('1'));
    });
    await client.read('Slot', '1');
    expect(await client.read('Slot', '1')).toEqual(slot('1'));
    expect(calls).toBe(3);
  });

  test('lets no more than its share of calls run at once', async () => {
    let running = 0;
    let most = 0;
    const { client } = await hospital(
      async (_request, response) => {
        most = Math.max(most, ++running);
        await sleep(10);
        running--;
        json(response, slot('1'));
      },
      { maxConcurrency: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, () => client.read('Slot', '1')));
    expect(most).toBe(3);
  });
});

describe('pages', () => {
  test('follows next to the end', async () => {
    const { client, baseUrl } = await hospital((request, response) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1);
      json(response, bundle([`${page}a`, `${page}b`], page < 3 ? `${baseUrl}/Slot?page=${page + 1}` : undefined));
    });
    expect(await all(client)).toEqual([
      ['1a', '1b'],
      ['2a', '2b'],
      ['3a', '3b'],
    ]);
  });

  test('never sends anything, least of all the token, to another host', async () => {
    let visits = 0;
    const thief = await listen((_request, response) => {
      visits++;
      json(response, bundle([]));
    });
    const { client } = await hospital((_request, response) =>
      json(response, bundle(['1'], `http://127.0.0.1:${thief.port}/fhir/Slot`)),
    );
    const error = await failure(all(client));
    expect([error.kind, visits]).toEqual(['foreign-link', 0]);
  });

  test('nor to another path of the same host', async () => {
    const seen: (string | undefined)[] = [];
    const { client, baseUrl } = await hospital((request, response) => {
      seen.push(request.url);
      json(response, bundle(['1'], `${baseUrl}/../other/Slot`));
    });
    expect((await failure(all(client))).kind).toBe('foreign-link');
    expect((await failure(client.read('..', '../other'))).kind).toBe('foreign-link');
    expect(seen).toEqual(['/fhir/Slot?_count=2']);
  });

  test('stops where a next link comes back', async () => {
    const { client, baseUrl } = await hospital((_request, response) =>
      json(response, bundle(['1'], `${baseUrl}/Slot?page=2`)),
    );
    expect((await failure(all(client))).kind).toBe('loop');
  });

  test('stops after a thousand pages', async () => {
    let page = 0;
    const { client, baseUrl } = await hospital((_request, response) =>
      json(response, bundle(['1'], `${baseUrl}/Slot?page=${++page}`)),
    );
    expect((await failure(all(client))).kind).toBe('loop');
    expect(page).toBe(1_000);
  });
});

describe('ill hospitals', () => {
  const half = Buffer.from(JSON.stringify(slot('1'))).subarray(0, 15);
  test.each<[string, string, RequestListener]>([
    ['no answer at all', 'timeout', (request) => void request.resume()],
    ['a body that never ends', 'timeout', (_request, response) => void response.writeHead(200).write('{')],
    [
      'a body that drips',
      'timeout',
      (_request, response) => {
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
    ],
    [
      'a body that says it is too large',
      'too-large',
      (_request, response) => response.writeHead(200, { 'Content-Length': 100_001 }).write('{'),
    ],
    ['a body that is too large', 'too-large', (_request, response) => response.end('x'.repeat(100_001))],
    [
      'a body shorter than said',
      'truncated',
      (_request, response) => response.writeHead(200, { 'Content-Length': 99 }).write(half, () => response.destroy()),
    ],
    ['a chunked body cut off', 'truncated', (_request, response) => response.write(half, () => response.destroy())],
    ['half of a JSON', 'bad-json', (_request, response) => response.end(half)],
    ['a page of HTML', 'bad-json', (_request, response) => response.end('<html>维护中</html>')],
    ['JSON that is no resource', 'bad-json', (_request, response) => response.end('[1]')],
    ['nothing', 'bad-json', (_request, response) => response.end()],
    [
      'a redirect',
      'redirect',
      (_request, response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
    ],
    [
      'a permanent redirect',
      'redirect',
      (_request, response) => response.writeHead(308, { Location: '/fhir/Slot/2' }).end(),
    ],
    ['a closed door', 'network', (request) => void request.socket.destroy()],
  ])('%s is %s', async (_name, kind, handler) => {
    const { client } = await hospital(handler, { timeoutMs: 400 });
    const started = performance.now();
    const error = await failure(client.read('Slot', '1'));
    expect(error).toMatchObject({ name: 'HisError', kind });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test('a status is kept, with the wish to wait and the issue code, and nothing of what was said', async () => {
    const issue = [{ severity: 'error', code: 'throttled', diagnostics: '王小明 510101199001010013' }];
    const { client } = await hospital((_request, response) =>
      json(response, { resourceType: 'OperationOutcome', issue }, 429, { 'Retry-After': '7' }),
    );
    const error = await failure(client.read('Slot', '1'));
    expect(error).toMatchObject({ kind: 'http', status: 429, retryAfterMs: 7_000 });
    expect(error.message).toBe('http: status 429 (throttled)');
  });

  test('a name that does not resolve, or a port nobody listens on', async () => {
    const nobody = await hospital(() => undefined, { baseUrl: 'http://127.0.0.1:1/fhir' });
    expect(await failure(nobody.client.read('Slot', '1'))).toMatchObject({ kind: 'network' });
    const nowhere = await hospital(() => undefined, { baseUrl: 'http://his.invalid/fhir' });
    expect(await failure(nowhere.client.read('Slot', '1'))).toMatchObject({ kind: 'network' });
  });

  test.each(['http://127.0.0.1', 'http://localhost', 'http://[::1]', 'http://[::ffff:127.0.0.1]', 'http://2130706433'])(
    '%s is not called unless the registry allows it',
    async (host) => {
      let visits = 0;
      const server = await listen((_request, response) => {
        visits++;
        json(response, slot('1'));
      });
      const change = { allowPrivate: false, baseUrl: `${host}:${server.port}/fhir` };
      const { client } = await hospital(() => undefined, change);
      expect((await failure(client.read('Slot', '1'))).kind).toBe('private-address');
      expect(visits).toBe(0);
    },
  );

  test('no message holds the token or the address', async () => {
    const { client, baseUrl } = await hospital((request) => void request.socket.destroy());
    const error = await failure(client.read('Slot', '1'));
    expect(JSON.stringify([error.message, error.stack])).not.toContain(token);
    expect(error.message).not.toContain(new URL(baseUrl).host);
  });

  test('waiting for a turn is not held against a call', async () => {
    const { client } = await hospital(
      async (_request, response) => {
        await sleep(60);
        json(response, slot('1'));
      },
      { timeoutMs: 300, maxConcurrency: 1 },
    );
    const calls = Array.from({ length: 8 }, () => client.read('Slot', '1'));
    expect(await Promise.all(calls)).toHaveLength(8);
  });

  test('one that hangs leaves room again as soon as its calls have run out', async () => {
    let hang = true;
    const { client } = await hospital(
      (_request, response) => {
        if (!hang) json(response, slot('1'));
      },
      { timeoutMs: 200, maxConcurrency: 2 },
    );
    const errors = await Promise.all([1, 2].map(() => failure(client.read('Slot', '1'))));
    expect(errors.map((one) => one.kind)).toEqual(['timeout', 'timeout']);
    hang = false;
    expect(await client.read('Slot', '1')).toEqual(slot('1'));
  });
});
