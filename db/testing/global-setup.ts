import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFreePort, startEmbedded } from '../embedded.ts';
import { migrateDatabase } from '../migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server whose `template` database is cloned, or the one database that DATABASE_URL names. */
    testServer: { url: string; shared: boolean };
  }
}

/** One throw-away PostgreSQL for the whole run; DATABASE_URL runs the same tests on another server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await migrateDatabase(given);
    project.provide('testServer', { url: given, shared: true });
    return async () => {};
  }
  const dir = await mkdtemp(join(tmpdir(), 'huimin-test-'));
  await chmod(dir, 0o755); // as root, the server runs under another user, who must be able to enter
  const server = await startEmbedded({
    dir: join(dir, 'pg'),
    port: await findFreePort(),
    database: 'template_huimin',
    settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
    persistent: false,
  });
  await migrateDatabase(server.url);
  project.provide('testServer', { url: server.url, shared: false });
  return async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
