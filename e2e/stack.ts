import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '#server/start/ports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Settings of whoever runs the tests must not reach the stack. */
const plain = {
  DATABASE_URL: '',
  HUIMIN_SECRET: '',
  HUIMIN_PUBLIC_URL: '',
  HUIMIN_DEMO: '1',
  HUIMIN_GALLERY: '1',
  NODE_ENV: undefined,
  HOST: undefined,
};

/**
 * Starts everything as `npm start` does, on free ports and in a folder of its own, and stops it afterwards.
 * E2E_URL runs the journeys against something that runs already.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_URL) {
    process.env.E2E_BASE_URL = process.env.E2E_URL;
    return async () => {};
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'huimin-e2e-'));
  const [port = 0, webPort = 0, pgPort = 0, sandboxPort = 0] = await freePorts(4);
  const flags = {
    port,
    'web-port': webPort,
    'pg-port': pgPort,
    'sandbox-port': sandboxPort,
    residents: 200,
    his: 12,
    data: dataDir,
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const env = { ...process.env, ...plain } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['server/start/supervise.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env,
  });
  const stop = async () => {
    await endOf(child);
    if (!process.env.E2E_KEEP) await rm(dataDir, { recursive: true, force: true });
  };
  await untilReady(child, dataDir).catch(async (error) => {
    await stop();
    throw error;
  });
  process.env.E2E_BASE_URL = `http://localhost:${port}`;
  process.env.E2E_SANDBOX_URL = `http://127.0.0.1:${sandboxPort}`;
  process.env.E2E_DATA = dataDir;
  return stop;
}

/** All probed before any is used, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort());
  return [...ports];
}

function untilReady(child: ChildProcess, dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      process.stdout.write(text);
      if (said.includes('Huimin is ready')) resolve();
    });
    child.once('exit', async () => {
      const part = /its log is (\S+)/.exec(said)?.[1] ?? join(dataDir, 'logs', 'api.log');
      const log = await readFile(part, 'utf8').catch(() => '');
      reject(new Error(`The stack did not start.\n${said}\n${log.slice(-2000)}`));
    });
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
