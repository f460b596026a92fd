import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { enqueue } from './queue.ts';
import { type Tx, transact } from './transaction.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const countJobs = async (key: string) =>
  (await db.pool.query('select 1 from graphile_worker.jobs where key = $1', [key])).rowCount;
const lock = (tx: Tx) => tx.client.query('select pg_advisory_xact_lock(7)');

it('one job of a key, asked for before and after a lock by two transactions, makes neither wait for the other', async () => {
  const [asked, locked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = transact(db, async (tx) => {
    await enqueue(tx, 'draws-due', {}, { key: 'shared' });
    asked.resolve();
    await locked.promise;
    await lock(tx);
  });
  const second = transact(db, async (tx) => {
    await asked.promise;
    await lock(tx);
    locked.resolve();
    await enqueue(tx, 'draws-due', {}, { key: 'shared' });
  });
  await Promise.all([first, second]);
  expect(await countJobs('shared')).toBe(1);
});

it('keys asked for in another order do not make two transactions wait for each other either', async () => {
  const asking = (keys: string[]) =>
    transact(db, async (tx) => {
      for (const key of keys) await enqueue(tx, 'draws-due', {}, { key });
    });
  const rounds = Array.from({ length: 10 }, (_, i) => [`a${i}`, `b${i}`]);
  for (const keys of rounds) await Promise.all([asking(keys), asking(keys.toReversed()), asking(keys)]);
  for (const key of rounds.flat()) expect(await countJobs(key)).toBe(1);
});

it('a job with a key is queued with its change, or not at all', async () => {
  const failing = transact(db, async (tx) => {
    await enqueue(tx, 'draws-due', {}, { key: 'undone' });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await countJobs('undone')).toBe(0);
});
