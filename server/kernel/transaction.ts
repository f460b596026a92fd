import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Database } from '#db/client.ts';
import { NoTurn } from '#db/turns.ts';
import { Fault } from './errors.ts';

/**
 * A transaction in progress: `orm` to build statements, `client` for SQL in the open and named statements. `late` are
 * statements sent just before the commit, by key and in its order: they lock what unrelated neighbours lock, too.
 */
export type Tx = { client: PoolClient; orm: NodePgDatabase; late: Map<string, () => Promise<unknown>> };

const orms = new WeakMap<PoolClient, NodePgDatabase>();

/** SQLSTATE of a server error, or undefined when the connection itself failed. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Name of the constraint that refused a row (23505, 23P01, 23503, 23514), else undefined. */
export function violated(error: unknown): string | undefined {
  const state = sqlState(error);
  if (!state?.startsWith('23') || state === '23502') return undefined;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { constraint, message } = cause as { constraint?: string; message?: string };
  return constraint ?? constraintIn(message ?? '');
}

/** A node of a cluster says the name in its message only, with the number of the shard: `tickets_pkey_102280`. */
const constraintIn = (message: string): string | undefined => /"([^"]+?)(_\d{5,})?"[^"]*$/.exec(message)?.[1];

/**
 * Runs `work` in one transaction. A client whose rollback fails is destroyed, never returned: in kill
 * storms that is what keeps the pool whole (design §2; drizzle's own transaction leaked 9–14 of 16).
 */
export async function transact<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const leave = await takeTurn(db);
  try {
    return await onClient(db, work);
  } finally {
    leave();
  }
}

/**
 * Does `work` in one transaction and undoes it: its answer says what would have come of it, and no row, job or notice
 * stays. What `late` would have sent is left out.
 */
export async function rehearse<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const undone = new Error('rehearsed');
  const told: T[] = [];
  try {
    await transact(db, async (tx) => {
      told.push(await work(tx));
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  return told[0] as T;
}

async function takeTurn(db: Database): Promise<() => void> {
  try {
    return await db.turns.take();
  } catch (error) {
    throw error instanceof NoTurn
      ? new Fault('busy', { rule: 'too-busy', nextAt: new Date(Date.now() + 3000) })
      : error;
  }
}

/**
 * A transaction of statements that need not wait for one another: they travel together, from `begin` to `commit`, and
 * take one round trip. Without a turn, as reads always find a client. When one fails all are undone.
 */
export async function inOneTrip<T extends unknown[]>(
  db: Database,
  send: (client: PoolClient) => { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    const sent = [client.query('begin'), ...send(client), client.query('commit')];
    const [, ...results] = await settled<unknown[]>(sent);
    return results.slice(0, -1) as T;
  } catch (error) {
    broken = isConnectionLoss(error) && !sqlState(error) ? (error as Error) : await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Waits for all, so that nothing is under way any more when the first failure is thrown. */
export async function settled<T extends unknown[]>(promises: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const outcomes = await Promise.allSettled(promises as Promise<unknown>[]);
  return outcomes.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  }) as T;
}

/** `transact` without waiting for a turn: for reads, which always find a client. */
export async function onClient<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const late: Tx['late'] = new Map();
    const result = await work({ client, orm: ormOf(client), late });
    for (const key of [...late.keys()].sort()) await late.get(key)?.();
    await client.query('commit');
    return result;
  } catch (error) {
    broken = sqlState(error) || !isConnectionLoss(error) ? await rollback(client) : (error as Error);
    throw error;
  } finally {
    client.release(broken);
  }
}

function ormOf(client: PoolClient): NodePgDatabase {
  let orm = orms.get(client);
  if (!orm) {
    orm = drizzle(client);
    orms.set(client, orm);
  }
  return orm;
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** The server went away, or a time-out left a statement running on this connection. */
export function isConnectionLoss(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const state = sqlState(error);
  if (state) return state.startsWith('08') || state.startsWith('57P');
  const text = cause instanceof Error ? `${cause.message} ${(cause as { code?: string }).code ?? ''}` : '';
  return /timeout|terminated|ECONN|EPIPE|not queryable|Connection/i.test(text);
}
