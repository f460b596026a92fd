import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, globSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ends up in the pages: their own code, and the server's client-safe files they share. */
const sources = [
  'app/**/*',
  'public/**/*',
  'next.config.ts',
  'postcss.config.*',
  'package-lock.json',
  'tsconfig.json',
  'server/**/{schema,rules,policy}.ts',
  'server/*/{schema,rules,eligibility}/**/*.ts',
  'server/**/{schema,rules,eligibility}/*.ts',
  'server/kernel/*.ts',
];

/** Hash over names and contents (about 20 ms for 500 files): the same after a checkout, unlike times. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }));
  const names = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...new Set(names)].filter((name) => !/\.(test\.tsx?|md)$/.test(name)).sort()) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

const stampOf = (root: string) => join(root, '.next', 'huimin-sources');

/** Whether the last finished build was made from these very sources. */
export function isBuilt(root: string, hash: string): boolean {
  const stamp = stampOf(root);
  if (!existsSync(join(root, '.next', 'BUILD_ID')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === hash;
}

/** To be called after a build, never before: an interrupted one must not count. */
export const markBuilt = (root: string, hash: string): void => writeFileSync(stampOf(root), hash);

export type Build = {
  isDone: () => boolean;
  /** Resolves when the pages are built; rejects with the end of the build's log. */
  done: (say: (text: string) => void) => Promise<void>;
  cancel: () => void;
};

/** Builds the pages unless the last build still fits; runs beside the start of the database. */
export function buildWeb(root: string, options: { skip: boolean; log: string }): Build {
  const hash = options.skip ? '' : hashSources(root);
  if (options.skip || isBuilt(root, hash)) return { isDone: () => true, done: async () => {}, cancel: () => {} };
  const out = openSync(options.log, 'w');
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    stdio: ['ignore', out, out],
    detached: true,
    // the build runs code of the pages only: it needs no key and gets none
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: process.env.LANG,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  closeSync(out);
  let state: 'running' | 'done' | 'failed' = 'running';
  const ended = new Promise<void>((resolve) => {
    const end = (code: number | null) => {
      state = code === 0 ? 'done' : 'failed';
      if (code === 0) markBuilt(root, hash);
      resolve();
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
  const lastLines = (count: number) => readFileSync(options.log, 'utf8').trimEnd().split('\n').slice(-count);
  return {
    isDone: () => state !== 'running',
    done: async (say) => {
      const timer = setInterval(() => say((lastLines(1)[0] ?? '').trim().slice(0, 60)), 500);
      await ended;
      clearInterval(timer);
      say('');
      if (state === 'failed')
        throw new Error(`The pages could not be built:\n${lastLines(25).join('\n')}\n(all of it: ${options.log})`);
    },
    cancel: () => {
      if (state !== 'running' || !child.pid) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has just ended
      }
    },
  };
}
