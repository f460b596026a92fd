import { openDatabase } from '#db/client.ts';
import { compareCounts, findFaults, hospitalsOf, type Line } from './province/counts.ts';
import { type Flow, killWhileFlowing } from './province/kills.ts';
import { takePicture } from './province/picture.ts';
import { openProvince } from './province/stand.ts';
import type { BenchOptions, Result } from './result.ts';

/** PROVINCE_SIZE names a smaller one, for a look: hospitals and people. */
const [his = 0, residents = 0] = (process.env.PROVINCE_SIZE ?? '432,50000').split(',').map(Number);
const limitMinutes = Number(process.env.PROVINCE_MINUTES ?? 45);
type Found = { lines: Line[]; faults: Record<string, number>; flow: Flow; startMinutes: number };

/**
 * The records of a whole province from a fresh start, with worker and Postgres killed on the way: in the end of every
 * type there must be as many here as the hospitals say when asked plainly. Ends with an error if not.
 */
export async function benchProvince({ note }: BenchOptions): Promise<Result[]> {
  const began = performance.now();
  note(`a fresh start with ${his} hospitals and ${residents.toLocaleString('en')} people`);
  const province = await openProvince({ his, residents }, note);
  const startMinutes = (performance.now() - began) / 60_000;
  note(`started after ${startMinutes.toFixed(1)} minutes, seed included`);
  const wishes = { name: 'huimin-bench', max: 2, timeoutMs: 600_000, connectMs: 30_000 };
  const db = openDatabase({ url: province.databaseUrl, ...wishes });
  try {
    const halfWay = () => takePicture(province, note);
    const flow = await killWhileFlowing(province, db, { limitMinutes, note, halfWay });
    note('everything was read; asking the hospitals how much they have');
    const lines = await compareCounts(db, province.sandboxUrl, hospitalsOf(province.hospitalsFile), note);
    const found = { lines, faults: await findFaults(db), flow, startMinutes };
    printLines(found, note);
    return toResults(found);
  } finally {
    await db.pool.end();
    await province.stop();
  }
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function toResults({ lines, faults, flow, startMinutes }: Found): Result[] {
  const [theirs = 0, kept = 0, waiting = 0, unequal = 0] = (['theirs', 'kept', 'waiting', 'unequal'] as const).map(
    (key) => add(lines.map((line) => line[key])),
  );
  const wrong = add(Object.values(faults));
  if (unequal + wrong > 0) process.exitCode = 1;
  const told = (list: Record<string, number>) =>
    Object.entries(list)
      .map(([part, n]) => `${part} ${Math.round(n)}`)
      .join(', ');
  const said = `${theirs.toLocaleString('en')} resources of ${his} hospitals: ${kept.toLocaleString('en')} kept, ${waiting.toLocaleString('en')} waiting with their reason`;
  return [
    {
      ...{ name: 'province.unequal', value: unequal, unit: '' },
      detail: `counts of a type at a hospital that differ from its own; ${said}`,
    },
    { name: 'province.faults', value: wrong, unit: '', detail: Object.keys(faults).join('; ') },
    { name: 'province.kills', value: add(Object.values(flow.kills)), unit: '', detail: told(flow.kills) },
    {
      ...{ name: 'province.minutes', value: flow.minutes, unit: 'min' },
      detail: `until all was read, after ${startMinutes.toFixed(1)} minutes for the start with its seed`,
    },
    {
      ...{ name: 'province.rate', value: theirs / (flow.minutes * 60), unit: '/s' },
      detail: 'resources a second, with kills, the hospitals’ clinics and the hospitals themselves on the same machine',
    },
    { name: 'province.peak_mb', value: add(Object.values(flow.peakMb)), unit: 'MB', detail: told(flow.peakMb) },
  ];
}

function printLines({ lines, faults }: Found, note: (text: string) => void): void {
  const row = ([first = '', ...more]: (string | number)[]) =>
    String(first).padEnd(22) + more.map((one) => String(one).padStart(12)).join('');
  note(row(['type', 'hospitals', 'kept', 'waiting', 'difference']));
  for (const { type, theirs, kept, waiting } of lines)
    note(row([type, theirs, kept, waiting, theirs - kept - waiting]));
  for (const [what, count] of Object.entries(faults)) note(`${what}: ${count}`);
}
