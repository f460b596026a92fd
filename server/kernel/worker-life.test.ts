import { Logger, run } from 'graphile-worker';
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
beforeEach(async () => {
  await db.pool.query('delete from graphile_worker._private_jobs');
  await until(async () => (await locks()).rowCount === 0);
});

async function takenBy(worker: string, secondsAgo: number): Promise<void> {
  const { rows } = await db.pool.query(`select id from graphile_worker.add_job('test')`);
  await db.pool.query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3) where id = $1`,
    [rows[0].id, worker, secondsAgo],
  );
}
const nobody: ReadonlySet<string> = new Set();
const holders = async () => {
  const { rows } = await db.pool.query('select locked_by from graphile_worker._private_jobs order by id');
  return rows.map((row) => row.locked_by);
};
const locks = () =>
  db.pool.query(
    `select 1 from pg_locks where locktype = 'advisory' and classid = 7146002
       and database = (select oid from pg_database where datname = current_database())`,
  );
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await what()); i += 1) await new Promise((wake) => setTimeout(wake, 50));
}

it('gives back the jobs of a worker that is gone, and leaves those of one that lives', async () => {
  life = startWorkerLife(db.url, '1.2.3');
  life.born('worker-alive');
  await until(async () => (await locks()).rowCount === 1);
  expect((await locks()).rowCount).toBe(1);
  await takenBy('worker-alive', 60);
  await takenBy('worker-gone', 60);
  const { missing, dead } = await unlockDeadWorkers(db.pool, nobody);
  expect([[...missing], dead]).toEqual([['worker-gone'], []]);
  expect((await unlockDeadWorkers(db.pool, missing)).dead).toEqual(['worker-gone']);
  expect(await holders()).toEqual(['worker-alive', null]);
  await life.end();
  await until(async () => (await locks()).rowCount === 0);
  expect((await unlockDeadWorkers(db.pool, new Set(['worker-alive']))).dead).toEqual(['worker-alive']);
});

it('leaves a job of a worker that was missing a moment ago and is back', async () => {
  life = startWorkerLife(db.url, '1.2.3');
  await takenBy('worker-back', 60);
  const { missing } = await unlockDeadWorkers(db.pool, nobody);
  expect([...missing]).toEqual(['worker-back']);
  life.born('worker-back');
  await until(async () => (await locks()).rowCount === 1);
  expect((await unlockDeadWorkers(db.pool, missing)).dead).toEqual([]);
  expect(await holders()).toEqual(['worker-back']);
  await life.end();
});

it('holds the lock in the name in which a real worker takes its jobs, so that a long one is not begun a second time', async () => {
  life = startWorkerLife(db.url, '1.2.3');
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const long = async () => {
    runs += 1;
    begun.resolve();
    await ended.promise;
  };
  const options = { connectionString: db.url, events: life.events, concurrency: 2, pollInterval: 50 };
  const runner = await run({
    ...{ ...options, taskList: { long }, crontab: '', noHandleSignals: true },
    logger: new Logger(() => () => {}),
  });
  await runner.addJob('long', {});
  await begun.promise;
  await until(async () => (await locks()).rowCount === 1);
  await db.pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
  const { missing } = await unlockDeadWorkers(db.pool, nobody);
  expect((await unlockDeadWorkers(db.pool, missing)).dead).toEqual([]);
  expect((await holders()).filter(Boolean)).toHaveLength(1);
  ended.resolve();
  await runner.stop();
  expect(runs).toBe(1);
  await life.end();
});

it('leaves a job that was taken just now: its worker may be on its way to the lock', async () => {
  await takenBy('worker-new', 1);
  expect((await unlockDeadWorkers(db.pool, new Set(['worker-new']))).dead).toEqual([]);
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
