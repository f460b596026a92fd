import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { createTurns, type Turns } from './turns.ts';

/** `turns` bounds how many transactions run at once, so that reads always find a client. */
export type Database = { pool: pg.Pool; orm: NodePgDatabase; turns: Turns };

export type PoolOptions = {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  max?: number;
  /** Milliseconds a statement may take before client and server give up on it. */
  timeoutMs?: number;
  /** Milliseconds to wait for a client of the pool, be it a new connection or a busy one. */
  connectMs?: number;
  onError?: (error: Error) => void;
};

/**
 * A pool that never waits for ever: bounded connect, statement, lock and idle times on both sides of the
 * wire. Without an error handler on pool and client a killed server would end the process.
 */
export function openDatabase(options: PoolOptions): Database {
  const { url, name, max = 16, timeoutMs = 5000, connectMs = 2000, onError = () => {} } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: connectMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    lock_timeout: Math.min(timeoutMs, 3000),
    idle_in_transaction_session_timeout: timeoutMs * 2,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: true, // what is asked without waiting in between travels together: see kernel/acting.ts
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return { pool, orm: drizzle(pool), turns: createTurns({ max: Math.max(1, Math.ceil(max * 0.75)) }) };
}

/** bigint counts come back as numbers: nothing here is counted beyond 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
/** A date is a calendar day, not an instant: keep it as 'YYYY-MM-DD'. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
