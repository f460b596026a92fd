import type { PoolClient } from 'pg';
import type { Database } from '#db/client.ts';

export type Statement = { name?: string; text: string; values?: unknown[] };
/** Stands between the product and the database: may change a statement, wait, or break the connection. */
export type Intercept = (statement: Statement, send: Send, client: PoolClient | null) => Promise<unknown>;
export type Send = (statement: Statement) => Promise<unknown>;

/** The connection beneath, which a process that is cut off loses. */
export type Line = { connection: { stream: { destroy: () => void } }; processID: number };
export function lineOf(client: PoolClient): Line {
  const { connection, processID } = client as unknown as Line;
  return { connection, processID };
}

const statementOf = (given: string | Statement, values?: unknown[]): Statement =>
  typeof given === 'string' ? { text: given, ...(values ? { values } : {}) } : given;

/** The same database as a process of its own would have it, with every statement passing `intercept`. */
export function interceptedDatabase(db: Database, intercept: Intercept): Database {
  const clients = new WeakMap<PoolClient, PoolClient>();
  const clientOf = (client: PoolClient): PoolClient => {
    let known = clients.get(client);
    if (!known) {
      const send: Send = (statement) => client.query(statement);
      const query = (given: string | Statement, values?: unknown[]) =>
        intercept(statementOf(given, values), send, client);
      const release = (broken?: Error) => client.release(broken);
      known = { query, release, ...lineOf(client) } as unknown as PoolClient;
      clients.set(client, known);
    }
    return known;
  };
  const send: Send = (statement) => db.pool.query(statement);
  const pool = {
    query: (given: string | Statement, values?: unknown[]) => intercept(statementOf(given, values), send, null),
    connect: async () => clientOf(await db.pool.connect()),
  } as unknown as Database['pool'];
  return { ...db, pool };
}

/** A process of its own: nothing that is kept per process is shared with others. */
export const processOf = (db: Database): Database => ({ ...db });

type Rows = { status?: string }[];

/** The database as a process sees it that stops for a while after the first statement that is meant. */
export function pausing(db: Database, isMeant: (statement: Statement, rows: Rows) => boolean) {
  const [reached, going] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let paused = false;
  const slow = interceptedDatabase(db, async (statement, send) => {
    const answer = (await send(statement)) as { rows: Rows };
    if (paused || !isMeant(statement, answer.rows)) return answer;
    paused = true;
    reached.resolve();
    await going.promise;
    return answer;
  });
  return { db: slow, reached: reached.promise, go: going.resolve };
}

/** Until so many statements of this database wait for a lock that another holds; an error when nobody comes to wait. */
export async function lockWaiters({ pool }: Database, count: number): Promise<void> {
  const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const patience = Date.now() + 20_000;
  while (((await pool.query(text)).rowCount ?? 0) < count) {
    if (Date.now() > patience) throw new Error('nobody waits for a lock');
  }
}
