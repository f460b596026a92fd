import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, failure, hospital, json, listen, slot, token } from './testing.ts';

afterEach(closeAll);

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
