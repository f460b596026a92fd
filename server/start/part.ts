import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync, statSync, type WriteStream } from 'node:fs';

export type Environment = Record<string, string | undefined>;

export type PartOptions = {
  name: string;
  command: string;
  args: string[];
  env: Environment;
  cwd: string;
  logFile: string;
  /** Answers whether the part serves; without it the part is ready when it prints "ready":true. */
  isReady?: () => Promise<boolean>;
  readyWithinMs?: number;
  /** How long it may take to stop before it is killed with everything it started. */
  stopWithinMs?: number;
  onEvent?: (text: string) => void;
  onLine?: (line: string) => void;
};

export type Part = {
  readonly name: string;
  readonly pid: number | undefined;
  readonly restarts: number;
  /** Resolves when the part is ready; rejects when it dies or stays silent before that. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  kill: () => void;
};

const stableMs = 30_000;
const longestPauseMs = 15_000;

/** Runs one process and starts it again whenever it dies, with a pause that doubles up to a cap. */
export function createPart(options: PartOptions): Part {
  const { name, onEvent = () => {} } = options;
  let child: ChildProcess | undefined;
  let stopping = false;
  let everReady = false;
  let failures = 0;
  let restarts = 0;
  let timer: NodeJS.Timeout | undefined;

  const launch = async (): Promise<void> => {
    const log = openLog(options.logFile);
    const started = Date.now();
    const mine = spawnPart(options, log);
    child = mine;
    mine.once('exit', (code, signal) => {
      log.end();
      if (child === mine) child = undefined;
      killGroup(mine.pid);
      if (stopping || !everReady) return;
      failures = Date.now() - started > stableMs ? 0 : failures + 1;
      const pause = Math.min(longestPauseMs, 200 * 2 ** Math.max(0, failures - 1));
      onEvent(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s`);
      timer = setTimeout(restart, pause);
    });
    await untilReady(options, mine);
    everReady = true;
  };

  const restart = () => {
    restarts += 1;
    launch().then(
      () => onEvent(`${name} is back`),
      (error) => {
        onEvent(`${name}: ${error.message}`);
        // one that hangs instead of dying would otherwise never be started again
        killGroup(child?.pid);
      },
    );
  };

  return {
    name,
    get pid() {
      return child?.pid;
    },
    get restarts() {
      return restarts;
    },
    start: launch,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child) await stopChild(child, options.stopWithinMs ?? 10_000);
    },
    kill: () => {
      stopping = true;
      clearTimeout(timer);
      killGroup(child?.pid);
    },
  };
}

function spawnPart(options: PartOptions, log: WriteStream): ChildProcess {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...options.env, HUIMIN_SUPERVISOR: String(process.pid) } as unknown as NodeJS.ProcessEnv,
    // a group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops the parts in order
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      if (!log.writableEnded) log.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        child.emit('line', line);
        options.onLine?.(line);
      }
    });
  }
  return child;
}

function untilReady(options: PartOptions, child: ChildProcess): Promise<void> {
  const { name, isReady, readyWithinMs = 120_000, logFile } = options;
  return new Promise((resolve, reject) => {
    let done = false;
    const finish = (error?: Error) => {
      if (done) return;
      done = true;
      clearTimeout(limit);
      child.off('exit', onExit).off('error', onError).off('line', onLine);
      if (error) reject(error);
      else resolve();
    };
    const onExit = (code: number | null, signal: string | null) =>
      finish(new Error(`${name} ended while starting (${signal ?? `code ${code}`}); its log is ${logFile}`));
    const onError = (error: Error) => finish(new Error(`${name} could not be started: ${error.message}`));
    const onLine = (line: string) => {
      if (!isReady && line.includes('"ready":true')) finish();
    };
    const limit = setTimeout(
      () => finish(new Error(`${name} is not ready after ${readyWithinMs / 1000} s; its log is ${logFile}`)),
      readyWithinMs,
    );
    child.once('exit', onExit).once('error', onError).on('line', onLine);
    const ask = async () => {
      while (!done && isReady) {
        if (await isReady().catch(() => false)) return finish();
        await new Promise((wake) => setTimeout(wake, 100));
      }
    };
    void ask();
  });
}

async function stopChild(child: ChildProcess, withinMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const limit = setTimeout(() => killGroup(child.pid), withinMs);
  await ended;
  clearTimeout(limit);
  killGroup(child.pid);
}

/** Ends what is left of a part's process group; that it is already gone is the usual case. */
function killGroup(pid: number | undefined): void {
  if (!pid) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody is left
  }
}

/** Appends; a log that has grown past 20 MB is set aside, one generation. */
function openLog(file: string): WriteStream {
  if (existsSync(file) && statSync(file).size > 20_000_000) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}
