import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../client.ts';

/** A cluster of several nodes answers later than a database in memory; races queue up for its clients. */
const patience = { timeoutMs: 20_000, connectMs: 20_000 };

/** `settings` of its connections, as `name=value`; `patient` where many act at once on a machine that is busy. */
type Options = { max?: number; settings?: string[]; patient?: boolean };
export type TestDatabase = Database & { url: string; close: () => Promise<void> };

/**
 * A migrated database of the test file's own: a clone of the template (50–75 ms), or the shared database
 * that DATABASE_URL names, where files keep apart by minting their own facilities and residents.
 */
export async function openTestDatabase(options: Options = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const url = new URL(server.url);
  if (options.settings) url.searchParams.set('options', options.settings.map((one) => `-c ${one}`).join(' '));
  if (server.shared) {
    const db = openDatabase({ url: url.href, name: 'huimin-test', max: options.max ?? 16, ...patience });
    return { ...db, url: server.url, close: () => db.pool.end() };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `create database ${name} template template_huimin`);
  url.pathname = `/${name}`;
  const times = options.patient ? patience : {};
  const db = openDatabase({ url: url.href, name: 'huimin-test', max: options.max ?? 16, ...times });
  const close = async () => {
    await db.pool.end();
    await onServer(server.url, `drop database if exists ${name} with (force)`);
  };
  return { ...db, url: url.href, close };
}

/** Cloning needs the template free of connections, so each statement uses one of its own elsewhere. */
async function onServer(serverUrl: string, statement: string): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
