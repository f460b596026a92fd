import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { startSession } from '../access/start-session.ts';
import { deriveKey } from '../kernel/sealing.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { internalHeader } from './headers.ts';
import { cookieOf, newSecret } from './testing/api-process.ts';
import { watchCallers } from './watch-callers.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
});
afterAll(() => db.close());

it('keeps from which address an account acts and its busy minutes, and counts no page of ours twice', async () => {
  const root = newSecret();
  const keys = { authSecret: deriveKey(root, 'auth').toString('hex'), internalToken: 'i'.repeat(64) };
  const person = await mintResident(db);
  // a minute that does not end while the requests come
  const clock = { now: () => new Date('2026-05-20T01:00:30Z') };
  const ctx = testContext(db, residentActor(person), { clock });
  const { sid } = await transact(db, (tx) => startSession(tx, ctx, person.accountId, 'resident'));
  const server = createServer((_, res) => res.end('ok'));
  const stop = watchCallers(server, ctx, keys);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
  const cookie = await cookieOf(sid, root);
  try {
    for (let i = 0; i < 25; i += 1) await ask('/hospitals', { cookie, 'x-forwarded-for': '203.0.113.9' });
    await ask('/hospitals', { 'x-forwarded-for': '203.0.113.9' });
    await ask('/_next/static/a.js', { cookie });
    await ask('/api/trpc/schedules.browse', { cookie, [internalHeader]: keys.internalToken });
  } finally {
    server.closeAllConnections();
    server.close();
    await stop();
  }
  const { rows: addresses } = await db.pool.query('select account_id, address_hash from account_addresses');
  expect(addresses).toEqual([
    { account_id: person.accountId, address_hash: ctx.sealing.hash('address', '203.0.113.9') },
  ]);
  const { rows: busy } = await db.pool.query('select account_id, actions from busy_minutes');
  expect(busy).toEqual([{ account_id: person.accountId, actions: 25 }]);
});
