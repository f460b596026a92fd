import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * The embedded database of the stack under test, for what no screen can bring about: that a release is near, that
 * thousands wait. Null where the journeys run against something whose folder is not at hand.
 */
export async function openStackDatabase(): Promise<pg.Client | null> {
  const folder = process.env.E2E_DATA;
  if (!folder) return null;
  const port = readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3];
  const client = new pg.Client({ connectionString: `postgres://postgres:postgres@127.0.0.1:${port}/huimin` });
  await client.connect();
  return client;
}
