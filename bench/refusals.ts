import { startBareServers } from './bare-servers.ts';
import type { BookingLoad, Measured } from './booking-load.ts';
import { costs, median } from './figures.ts';
import type { HttpAnswer } from './http-line.ts';
import type { Result } from './result.ts';
import { type Spread, settle } from './spread.ts';
import type { Stand } from './stand.ts';

export type RefusalPlan = {
  stand: Stand;
  spread: Spread;
  load: BookingLoad;
  connections: number;
  /** People who ask, how often it is measured, and seconds each time. */
  people: number;
  rounds: number;
  seconds: number;
  note: (text: string) => void;
};

/** A session is sold out, and people keep asking; beside it bare Node servers that answer the same requests. */
export async function compareRefusals(plan: RefusalPlan): Promise<Result[]> {
  const { stand, spread, load, rounds, note } = plan;
  const hot = spread.sessions;
  await stand.db.pool.query(
    `update tickets set status = 'booked', taken_by = 'hospital' where facility_id = $1 and session_id = $2`,
    [spread.facilityOf(hot), spread.sessionId(hot)],
  );
  await settle(stand.db);
  const bare = await startBareServers(stand.apis.length);
  try {
    const done: { bare: Measured; refusal: Measured }[] = [];
    const asked = { connections: plan.connections, seconds: plan.seconds, hot };
    // either side first learns which of its code is hot
    await load.ask(asked, plan.people, isRefused, bare.ports);
    await load.ask(asked, plan.people, isSoldOut);
    for (let turn = 1; turn <= rounds; turn += 1) {
      const least = await load.ask(asked, plan.people, isRefused, bare.ports);
      const refusal = await load.ask(asked, plan.people, isSoldOut);
      note(`  refusals ${turn}: bare Node ${Math.round(least.rate)}, sold out ${Math.round(refusal.rate)}/s`);
      done.push({ bare: least, refusal });
    }
    const rate = (which: 'bare' | 'refusal') => median(done.map((one) => one[which].rate));
    return [
      {
        ...{
          name: 'booking.refusal.ratio',
          value: median(done.map((one) => one.refusal.rate / one.bare.rate)),
          unit: '×',
        },
        detail: `“sold out” ÷ the same requests to ${stand.apis.length} bare Node HTTP servers, median of ${rounds} rounds`,
      },
      {
        name: 'booking.refusal.rate',
        value: rate('refusal'),
        unit: '/s',
        detail: `${plan.people} people, each answered 422`,
      },
      { name: 'booking.refusal.limit', value: rate('bare'), unit: '/s', detail: 'bare Node servers' },
      ...costs(
        'booking.refusal',
        done.map(({ refusal }) => refusal),
      ),
    ];
  } finally {
    bare.stop();
  }
}

const isRefused = ({ status }: HttpAnswer) => status === 422;
const isSoldOut = (answer: HttpAnswer) => isRefused(answer) && answer.body.includes('"rule":"full"');
