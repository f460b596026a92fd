import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the supervisor keeps between starts: the database, the root secret, logs, marks of unfinished work. */
export type DataDir = { path: (name: string) => string; secret: string; release: () => void };

/** Opens the data folder for this supervisor alone; a second one on the same folder is refused. */
export function openDataDir(dir: string, env: NodeJS.ProcessEnv): DataDir {
  mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 });
  // as root, Postgres runs as another user, who must be able to pass through to its own folder
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
  const path = (name: string) => join(dir, name);
  const lock = path('supervisor.pid');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `Huimin already runs on ${dir} (process ${holder}). Stop it, or choose another folder: HUIMIN_DATA=… npm start`,
    );
  }
  writeFileSync(lock, String(process.pid));
  const secret = env.HUIMIN_SECRET || ownSecret(path('secret'));
  return { path, secret, release: () => rmSync(lock, { force: true }) };
}

function ownSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A mark that stays behind when work was cut short, so that the next start does it over. */
export function unfinished(file: string): { wasCutShort: boolean; begin: () => void; done: () => void } {
  return {
    wasCutShort: existsSync(file),
    begin: () => writeFileSync(file, new Date().toISOString()),
    done: () => rmSync(file, { force: true }),
  };
}

/**
 * Postgres refuses to run as root, so as root it runs as the user "postgres", who must be able to reach both
 * its program and its data. Returns the first folder on the way that is closed to others, or null.
 */
export function closedToOthers(...paths: string[]): string | null {
  if (process.getuid?.() !== 0) return null;
  for (const path of paths) {
    for (let dir = dirname(path); ; dir = dirname(dir)) {
      if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return dir;
      if (dir === dirname(dir)) break;
    }
  }
  return null;
}
