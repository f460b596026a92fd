import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import { memoryOf } from './memory.ts';
import type { Province } from './stand.ts';

/** Worker and Postgres in turn, each when a further part of the hospitals has been read. */
const victims = ['worker', 'postgres', 'worker', 'postgres', 'worker', 'postgres', 'worker', 'postgres'];
const lookMs = 2000;

export type Flow = { kills: Record<string, number>; minutes: number; peakMb: Record<string, number> };
type Read = { read: number; total: number };
type Watch = { limitMinutes: number; note: (text: string) => void; halfWay: () => Promise<void> };

/**
 * Watches the records flow in and kills with kill -9 as they do; resolves when every hospital was read to its end. What
 * was killed is started again by what runs the parts, as it would be for anybody.
 */
export async function killWhileFlowing(province: Province, db: Database, watch: Watch): Promise<Flow> {
  const started = performance.now();
  const minutes = () => (performance.now() - started) / 60_000;
  const flow: Flow = { kills: {}, minutes: 0, peakMb: {} };
  const left = [...victims];
  let looked = false;
  for (;;) {
    await pause(lookMs);
    notePeaks(province, flow.peakMb);
    const seen = await readHospitals(db).catch(() => null); // Postgres is away
    if (!seen) continue;
    const share = seen.read / seen.total;
    const next = (victims.length - left.length + 1) / (victims.length + 2);
    const victim = share >= next ? left.shift() : undefined;
    if (victim && kill(province, victim)) {
      flow.kills[victim] = (flow.kills[victim] ?? 0) + 1;
      watch.note(`  ${minutes().toFixed(1)} min: ${seen.read} of ${seen.total} hospitals read; ${victim} killed`);
    }
    if (share >= 0.5 && !looked) {
      looked = true;
      await watch.halfWay();
    }
    if (seen.read === seen.total) return { ...flow, minutes: minutes() };
    if (minutes() > watch.limitMinutes)
      throw new Error(`only ${seen.read} of ${seen.total} hospitals were read in ${watch.limitMinutes} minutes`);
  }
}

function kill({ pidOf }: Province, name: string): boolean {
  const pid = pidOf(name);
  if (pid) process.kill(pid, 'SIGKILL');
  return pid !== null;
}

function notePeaks({ parts }: Province, peaks: Record<string, number>): void {
  for (const { name, pid } of parts) peaks[name] = Math.max(peaks[name] ?? 0, memoryOf(pid));
}

async function readHospitals(db: Database): Promise<Read> {
  const { rows } = await db.pool.query<Read>(
    'select count(records_at)::int as read, count(*)::int as total from his_endpoints where enabled',
  );
  return rows[0] ?? { read: 0, total: 1 };
}
