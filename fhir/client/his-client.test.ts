import type http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { all, bundle, closeAll, failure, hospital, json, listen, slot, token } from './testing.ts';

afterEach(closeAll);

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
