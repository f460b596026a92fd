import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '#db/migrations.ts';
import { openDataDir } from '#server/start/data-dir.ts';
import { markDemo, seedDemo } from '#server/start/demo-region.ts';
import { readOptions } from '#server/start/options.ts';
import type { Part } from '#server/start/part.ts';
import { findFreePort } from '#server/start/ports.ts';
import { apiUrl, createParts, createPostgres, createSandbox, sandboxUrl } from '#server/start/stack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The parts as `npm start` runs them: each is started again when it dies. Pages only where they are built. */
export type Province = {
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
  /** What the sandbox was told of its hospitals. */
  hospitalsFile: string;
  parts: readonly Part[];
  web: Part | null;
  /** The process that kill -9 is meant for; null while it is being started again. */
  pidOf: (name: string) => number | null;
  stop: () => Promise<void>;
};

/** From nothing to everything running, on free ports and in a folder of its own. */
export async function openProvince(
  size: { his: number; residents: number },
  note: (text: string) => void,
): Promise<Province> {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-province-'));
  // settings of whoever runs it must not reach the parts
  const env = { NODE_ENV: 'production' } as const;
  const options = readOptions(root, [...(await freePorts()), '--data', folder], env);
  if (options === 'help') throw new Error('no options');
  const data = openDataDir(folder, env);
  const context = { options, data, onEvent: (text: string) => note(`  ${text}`), onLine: () => {} };
  const parts: Part[] = [];
  const start = async (part: Part) => {
    parts.unshift(part);
    await part.start();
  };
  const stop = async () => {
    for (const part of parts) await part.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start(createPostgres(context));
    const databaseUrl = `postgres://postgres:postgres@127.0.0.1:${options.pgPort}/huimin`;
    await migrateDatabase(databaseUrl);
    await markDemo(databaseUrl);
    await seedDemo(options, data, databaseUrl, size, () => {});
    await start(createSandbox(context, size.his));
    const { apis, worker, web } = createParts(context, databaseUrl, true);
    const built = existsSync(join(root, '.next', 'BUILD_ID'));
    for (const part of [...apis, worker, ...(built ? [web] : [])]) await start(part);
    const pidOf = (name: string) =>
      name === 'postgres' ? postmasterIn(folder) : (parts.find((part) => part.name === name)?.pid ?? null);
    const urls = { url: apiUrl(options), sandboxUrl: sandboxUrl(options), databaseUrl };
    return { ...urls, hospitalsFile: data.path('sandbox.json'), parts, web: built ? web : null, pidOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function postmasterIn(folder: string): number | null {
  const file = join(folder, 'pg', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || null : null;
}

/** All probed before any is used, so that no two are the same. */
async function freePorts(): Promise<string[]> {
  const ports = new Set<number>();
  while (ports.size < 4) ports.add(await findFreePort());
  const names = ['--port', '--web-port', '--pg-port', '--sandbox-port'];
  return [...ports].flatMap((port, i) => [names[i] ?? '', String(port)]);
}
