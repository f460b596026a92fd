import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { sqlState } from './transaction.ts';

const beatMs = 5000;
const sweepMs = 15_000;
/** So short that of two who wait for each other's rows this one gives in, and the job it met goes on. */
const lockMs = 500;
/** First half of the advisory locks that say "this worker lives"; the second is a hash of its name. */
const lockClass = 7_146_002;

export type WorkerLife = {
  /** For the runner. It takes jobs in the name of its pool of hands, not of the hand that does them. */
  events: WorkerEvents;
  /** To be called with a name in which this process takes jobs; its lock is held within a beat, 5 s. */
  born: (name: string) => void;
  end: () => Promise<void>;
};

/**
 * One connection whose name and last use tell /readyz that this process lives, and whose advisory locks tell
 * other processes which workers do. graphile-worker alone gives a killed worker's jobs back after four hours.
 */
export function startWorkerLife(url: string, version: string): WorkerLife {
  const names = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => born(workerPool.id));
  let client: pg.Client | undefined;
  let held = new Set<string>();
  let missing: ReadonlySet<string> = new Set();
  let sweepAt = 0;
  let beating = false;

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: `huimin-worker-beat ${version}`,
      connectionTimeoutMillis: 2000,
      query_timeout: 10_000,
      lock_timeout: lockMs,
    });
    fresh.on('error', () => {
      if (client === fresh) client = undefined;
    });
    await fresh.connect();
    held = new Set();
    missing = new Set();
    sweepAt = performance.now() + sweepMs / 2; // after a restart of Postgres others need time to take their locks again
    client = fresh;
    return fresh;
  };
  // one statement after the other: a sweep must never run before our own locks are held
  const beat = async () => {
    const alive = client ?? (await connect());
    await alive.query('select 1');
    for (const name of names) {
      if (held.has(name)) continue;
      await hold(alive, name);
      held.add(name);
    }
    if (performance.now() >= sweepAt) await sweep(alive);
  };
  /** Who is missing is looked for again at the next beat: its connection may just be coming back. */
  const sweep = async (alive: pg.Client) => {
    try {
      missing = (await unlockDeadWorkers(alive, missing)).missing;
      sweepAt = performance.now() + (missing.size > 0 ? 0 : sweepMs);
    } catch (error) {
      // somebody else holds these rows: at the next beat again, and the locks that say we live stay
      if (!sqlState(error)) throw error;
    }
  };
  const tick = async () => {
    if (beating) return;
    beating = true;
    try {
      await beat();
    } catch {
      void client?.end().catch(() => {});
      client = undefined;
    }
    beating = false;
  };
  const born = (name: string) => {
    names.add(name);
    void tick();
  };
  const timer = setInterval(tick, beatMs);
  void tick();
  return {
    events,
    born,
    end: async () => {
      clearInterval(timer);
      await client?.end().catch(() => {});
    },
  };
}

const hold = (client: pg.Client, name: string) =>
  client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, name]);

/**
 * Gives back the jobs of workers that nobody holds a lock for, and nobody did at the look before (`before`). Answers
 * who is missing now, and whose jobs were given back. A job done twice is harmless, but makes a slow machine slower.
 */
export async function unlockDeadWorkers(
  client: Pick<pg.ClientBase, 'query'>,
  before: ReadonlySet<string>,
): Promise<{ missing: ReadonlySet<string>; dead: string[] }> {
  const { rows } = await client.query<{ name: string }>(
    `select locked_by as name from graphile_worker._private_jobs where locked_at < now() - interval '30 seconds'
     union select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '30 seconds'`,
  );
  const missing = new Set<string>();
  for (const { name } of rows) {
    // whoever lives holds it shared, this connection perhaps too: so ask who holds it, not whether we can
    const { rows: holders } = await client.query(
      `select 1 from pg_locks where locktype = 'advisory' and classid = $1 and objid = hashtext($2)::bigint & 4294967295
         and objsubid = 2 and granted
         and database = (select oid from pg_database where datname = current_database()) limit 1`,
      [lockClass, name],
    );
    if (holders.length === 0) missing.add(name);
  }
  const dead = [...missing].filter((name) => before.has(name));
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  for (const name of dead) missing.delete(name);
  return { missing, dead };
}
