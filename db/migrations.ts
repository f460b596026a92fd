import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import { openDatabase } from './client.ts';
import { stretchNet } from './row-security/stretch.ts';

/** Brings the schema, the policies of its rows, and the job queue up to date. Safe to run at every start and from several processes. */
export async function migrateDatabase(url: string): Promise<void> {
  const db = openDatabase({ url, name: 'huimin-migrate', max: 2, timeoutMs: 120_000 });
  const lock = await db.pool.connect();
  try {
    await lock.query('select pg_advisory_lock(7146001)');
    await migrate(db.orm, { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
    await stretchNet(lock);
    await runMigrations({ connectionString: url });
  } finally {
    await lock.query('select pg_advisory_unlock(7146001)').catch(() => {});
    lock.release();
    await db.pool.end();
  }
}
