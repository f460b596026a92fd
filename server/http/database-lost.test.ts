import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { findFreePort } from '#db/embedded.ts';
import { deriveKey } from '../kernel/sealing.ts';
import { testContext } from '../kernel/test-context.ts';
import { createFront, type Front } from './front.ts';
import { cookieOf, newSecret } from './testing/api-process.ts';

const secret = newSecret();
let front: Front;
let url: string;

beforeAll(async () => {
  const db = openDatabase({ url: `postgres://nobody@127.0.0.1:${await findFreePort()}/nothing`, name: 'lost', max: 2 });
  front = createFront({
    services: testContext(db, { kind: 'anonymous' }),
    keys: { authSecret: deriveKey(secret, 'auth').toString('hex'), internalToken: 'i'.repeat(64) },
    webUrl: 'http://127.0.0.1:9',
    publicUrl: 'http://localhost:3000',
  });
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
});
afterAll(() => front.drain(100));

it('a visitor whose sign-in cannot be looked up is told to try again, not that we are broken', async () => {
  const cookie = await cookieOf('some-session', secret);
  const answer = await fetch(`${url}/api/trpc/access.me`, { headers: { cookie } });
  expect(answer.status).toBe(503);
  const body = (await answer.json()) as { error: { data: { fault: unknown } } };
  expect(body.error.data.fault).toEqual({ code: 'unavailable', rule: 'database-unavailable' });
});
