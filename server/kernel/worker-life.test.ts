import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { startWorkerLife, unlockDeadWorkers, type WorkerLife } from './worker-life.ts';

let db: TestDatabase;
let life: WorkerLife | undefined;
beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
});
afterAll(async () => {
  await life?.end();
  await db.close();
});
beforeEach(() => db.pool.query('delete from graphile_worker._private_jobs'));

async function takenBy(worker: string, secondsAgo: number): Promise<void> {
  const { rows } = await db.pool.query(`select id from graphile_worker.add_job('test')`);
  await db.pool.query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3) where id = $1`,
    [rows[0].id, worker, secondsAgo],
  );
}
const holders = async () => {
  const { rows } = await db.pool.query('select locked_by from graphile_worker._private_jobs order by id');
  return rows.map((row) => row.locked_by);
};
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await what()); i += 1) await new Promise((wake) => setTimeout(wake, 50));
}

it('gives back the jobs of a worker that is gone, and leaves those of one that lives', async () => {
  life = startWorkerLife(db.url, '1.2.3');
  life.born('worker-alive');
  const locks = () => db.pool.query(`select 1 from pg_locks where locktype = 'advisory' and classid = 7146002`);
  await until(async () => (await locks()).rowCount === 1);
  expect((await locks()).rowCount).toBe(1);
  await takenBy('worker-alive', 60);
  await takenBy('worker-gone', 60);
  const other = new pg.Client({ connectionString: db.url });
  await other.connect();
  expect(await unlockDeadWorkers(other)).toEqual(['worker-gone']);
  expect(await holders()).toEqual(['worker-alive', null]);
  await life.end();
  await until(async () => (await locks()).rowCount === 0);
  expect(await unlockDeadWorkers(other)).toEqual(['worker-alive']);
  await other.end();
});

it('leaves a job that was taken just now: its worker may be on its way to the lock', async () => {
  await takenBy('worker-new', 1);
  expect(await unlockDeadWorkers(db.pool as unknown as pg.Client)).toEqual([]);
  expect(await holders()).toEqual(['worker-new']);
});

it('shows itself to /readyz, with its version', async () => {
  life = startWorkerLife(db.url, '1.2.3');
  const shown = () =>
    db.pool.query(`select 1 from pg_stat_activity where application_name = 'huimin-worker-beat 1.2.3'`);
  await until(async () => (await shown()).rowCount === 1);
  expect((await shown()).rowCount).toBe(1);
  await life.end();
});
