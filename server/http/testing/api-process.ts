import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { encode } from 'next-auth/jwt';
import { findFreePort } from '#db/embedded.ts';
import { deriveKey } from '../../kernel/sealing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const cookieName = 'authjs.session-token';

/** A real api process, as `npm start` runs it, that a test may kill or a benchmark may load. */
export type ApiProcess = {
  url: string;
  port: number;
  pid: number;
  /** kill -9: no answer in progress is finished. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
  log: () => string;
};

export const newSecret = () => randomBytes(32).toString('base64url');

/** The cookie next-auth would set for the sign-in session `sid`. */
export async function cookieOf(sid: string, rootSecret: string): Promise<string> {
  const secret = deriveKey(rootSecret, 'auth').toString('hex');
  return `${cookieName}=${await encode({ token: { sid }, secret, salt: cookieName })}`;
}

/** A process of the product with a log of its own, as a test or benchmark starts and kills it. */
export type Part = { child: ChildProcess; crash: () => Promise<void>; stop: () => Promise<void>; log: () => string };

/** Starts `entry` as `npm start` does. Its log goes to a file, so that no reader slows it down. */
export function startPart(
  entry: string,
  databaseUrl: string,
  rootSecret: string,
  more: Record<string, string> = {},
): Part {
  const dir = mkdtempSync(join(tmpdir(), 'huimin-part-'));
  const logFile = join(dir, 'log');
  const out = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['--import', './server/start/follow-parent.ts', entry], {
    cwd: root,
    stdio: ['ignore', out, out, 'ipc'],
    env: {
      PATH: process.env.PATH,
      TZ: process.env.TZ,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl,
      HUIMIN_SECRET: rootSecret,
      ...more,
    },
  });
  const stop = async () => {
    await ended(child, 'SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  };
  return { child, crash: () => ended(child, 'SIGKILL'), stop, log: () => readFileSync(logFile, 'utf8') };
}

/** Starts one on a free port, or on one that it shares; resolves when it answers. */
export async function startApiProcess(databaseUrl: string, rootSecret: string, shared?: number): Promise<ApiProcess> {
  const port = shared ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const { child, ...part } = startPart('server/api.ts', databaseUrl, rootSecret, {
    HOST: '127.0.0.1',
    PORT: `${port}`,
    SHARE_PORT: shared ? '1' : '0',
  });
  await untilAlive(child, url).catch(async (error: Error) => {
    const text = part.log();
    await part.crash();
    throw new Error(`${error.message}\n${text}`);
  });
  return { url, port, pid: child.pid ?? 0, ...part };
}

async function untilAlive(child: ChildProcess, url: string): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`the api process ended with code ${child.exitCode}`);
    if (
      await fetch(`${url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
  }
  throw new Error('the api process does not answer');
}

function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), 15_000);
  return gone.finally(() => clearTimeout(limit));
}
