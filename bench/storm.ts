import { randomFrom } from '#db/seed/random.ts';
import { type PartName, runStorm } from '#server/http/testing/kill-storm.ts';
import { openStormStand } from '#server/http/testing/storm-stand.ts';
import type { BenchOptions, Result } from './result.ts';

const kills = 20;
const callers = 10_000; // the clinics have as many numbers
const names: PartName[] = ['api', 'worker', 'postgres'];

/** Bookings without pause while parts drawn by lot are killed; BENCH_SEED draws the same again. */
export async function benchStorm({ note }: BenchOptions): Promise<Result[]> {
  const seed = process.env.BENCH_SEED ?? String(Date.now());
  const random = randomFrom(`storm ${seed}`);
  const drawn = Array.from({ length: kills }, () => random.pick(names));
  note(`starting Postgres, two api processes and a worker, with ${callers} residents; BENCH_SEED=${seed}`);
  const stand = await openStormStand(callers);
  try {
    const storm = await runStorm(stand, drawn, note);
    const times = (part: PartName) => storm.recoveries.filter((one) => one.part === part).map((one) => one.ms);
    const worst = names.map(
      (part) => `${part} ${times(part).length} times, at most ${Math.round(Math.max(0, ...times(part)))} ms`,
    );
    const of = `${storm.acknowledged} acknowledged bookings, ${storm.repeated} requests repeated with the same key, ${kills} kills`;
    return [
      { name: 'storm.lost', value: storm.lost, unit: '', detail: `acknowledged and not there; ${of}` },
      { name: 'storm.doubles', value: storm.doubles, unit: '', detail: 'numbers or people with two appointments' },
      {
        ...{ name: 'storm.drift', value: storm.drift, unit: '' },
        detail: 'sessions that do not add up; appointments without seat, audit row or message',
      },
      {
        ...{ name: 'storm.recovery_ms', value: Math.max(...storm.recoveries.map((one) => one.ms)), unit: 'ms' },
        detail: `from the part being back to its next work done: ${worst.join('; ')}`,
      },
    ];
  } finally {
    await stand.stop();
  }
}
