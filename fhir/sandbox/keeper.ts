import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Memory } from './hospital.ts';

/** What a hospital remembered when it was last shut down; null when there is nothing or it cannot be read. */
export function recall(file: string | null): Memory | null {
  if (!file) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return null;
  }
}

/** Writes a hospital's memory down soon after each change, whole and in one move. Without a file it does nothing. */
export function createKeeper(file: string | null, memory: () => Promise<Memory>) {
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    if (!file) return;
    const text = JSON.stringify(await memory());
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }

  return {
    soon(): void {
      if (file) timer ??= setTimeout(() => void write().catch(() => undefined), 300);
    },
    async close(): Promise<void> {
      if (!timer) return;
      clearTimeout(timer);
      await write();
    },
  };
}
