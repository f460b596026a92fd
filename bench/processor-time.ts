import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process and its children, those that have ended too, have used; NaN where there is no /proc. */
export function familySeconds(pid: number): number {
  try {
    const seconds = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => secondsOf(Number(name), pid));
    return seconds.reduce((sum, one) => sum + one, 0);
  } catch {
    return Number.NaN;
  }
}

function secondsOf(pid: number, family: number): number {
  try {
    // after the name in brackets: state, parent, and later utime, stime and those of ended children (proc(5), fields 3, 4, 14 to 17)
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (pid !== family && Number(fields[1]) !== family) return 0;
    const used = fields.slice(11, pid === family ? 15 : 13);
    return used.reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
  } catch {
    return 0; // ended meanwhile
  }
}
