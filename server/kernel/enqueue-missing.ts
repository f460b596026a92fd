import type { Services } from './context.ts';
import { eachInTurn } from './each-in-turn.ts';
import { enqueue, type JobName, type JobPayloads } from './queue.ts';
import { transact } from './transaction.ts';

type Wanted<N extends JobName> = { key: string; payload: JobPayloads[N]; runAt?: Date };

/**
 * For what looks after a list of jobs by the clock: queues those that are not there, each in a transaction of its own.
 * One over them all held the rows of every key, and whoever needed one of them waited until it was turned away.
 */
export async function enqueueMissing<N extends JobName>(
  { db, log }: Pick<Services, 'db' | 'log'>,
  name: N,
  wanted: readonly Wanted<N>[],
): Promise<void> {
  const ahead = await findAhead(
    db,
    wanted.map(({ key }) => key),
  );
  const missing = wanted.filter(({ key }) => !ahead.has(key));
  await eachInTurn(log, `queueing ${name}`, missing, ({ payload, ...options }) =>
    transact(db, (tx) => enqueue(tx, name, payload, { ...options, keepRunAt: true })),
  );
}

/** Keys whose job is under way or waits for its first try; one that failed begins anew. */
async function findAhead({ pool }: Services['db'], keys: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ key: string }>({
    name: 'find-jobs-ahead',
    text: 'select key from graphile_worker._private_jobs where key = any($1) and (locked_at is not null or attempts = 0)',
    values: [keys],
  });
  return new Set(rows.map((row) => row.key));
}
