import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all that it started, in megabytes; what several share counts once. Zero where there is no /proc. */
export function memoryOf(pid: number | undefined): number {
  if (!pid) return 0;
  const all = processes();
  const family = [pid];
  for (const member of family) family.push(...all.filter((one) => one.parent === member).map((one) => one.pid));
  const kilobytes = family.map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

function processes(): { pid: number; parent: number }[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      // after the name in brackets: state, parent (proc(5), fields 3 and 4)
      const fields = read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? [];
      return { pid: Number(name), parent: Number(fields[1]) };
    });
}

/** Empty for what has just ended, is another user's, or is not there on this system. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
