import pg from 'pg';

const beatMs = 5000;
const sweepMs = 15_000;
/** First half of the advisory locks that say "this worker lives"; the second is a hash of its id. */
const lockClass = 7_146_002;

export type WorkerLife = {
  /** To be called with the id of each worker of this process; its lock is held at the next beat, within 5 s of its first job. */
  born: (workerId: string) => void;
  end: () => Promise<void>;
};

/**
 * One connection whose name and last use tell /readyz that this process lives, and whose advisory locks tell
 * other processes which workers do. graphile-worker alone gives a killed worker's jobs back after four hours.
 */
export function startWorkerLife(url: string, version: string): WorkerLife {
  const ids = new Set<string>();
  let client: pg.Client | undefined;
  let held = new Set<string>();
  let sweptAt = 0;
  let beating = false;

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: `huimin-worker-beat ${version}`,
      connectionTimeoutMillis: 2000,
      query_timeout: 10_000,
    });
    fresh.on('error', () => {
      if (client === fresh) client = undefined;
    });
    await fresh.connect();
    held = new Set();
    sweptAt = performance.now() - sweepMs / 2; // after a restart of Postgres others need time to take their locks again
    client = fresh;
    return fresh;
  };
  // one statement after the other: a sweep must never run before our own locks are held
  const beat = async () => {
    const alive = client ?? (await connect());
    await alive.query('select 1');
    for (const id of ids) {
      if (held.has(id)) continue;
      await hold(alive, id);
      held.add(id);
    }
    if (performance.now() - sweptAt < sweepMs) return;
    sweptAt = performance.now();
    await unlockDeadWorkers(alive);
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
  const timer = setInterval(tick, beatMs);
  void tick();
  return {
    born: (workerId) => {
      ids.add(workerId);
    },
    end: async () => {
      clearInterval(timer);
      await client?.end().catch(() => {});
    },
  };
}

const hold = (client: pg.Client, workerId: string) =>
  client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, workerId]);

/** Gives back the jobs of workers whose process has ended; answers their ids. A job done twice is harmless. */
export async function unlockDeadWorkers(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select locked_by as id from graphile_worker._private_jobs where locked_at < now() - interval '30 seconds'
     union select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '30 seconds'`,
  );
  const dead: string[] = [];
  for (const { id } of rows) {
    // whoever lives holds it shared, this connection perhaps too: so ask who holds it, not whether we can
    const { rows: holders } = await client.query(
      `select 1 from pg_locks where locktype = 'advisory' and classid = $1 and objid = hashtext($2)::bigint & 4294967295
         and objsubid = 2 and granted
         and database = (select oid from pg_database where datname = current_database()) limit 1`,
      [lockClass, id],
    );
    if (holders.length === 0) dead.push(id);
  }
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return dead;
}
