import type { Random } from '#db/seed/random.ts';
import { backAt } from '#server/schedules/return-rules.ts';
import { defaultRules } from '#server/schedules/rules.ts';
import { askingOrder } from '#server/waitlist/rules.ts';
import type { Result } from './result.ts';

const tries = 20_000;
/** Of people asked, so many take the number within their time. */
const takes = 0.7;
const minute = 60_000;

type Demand = { waiting: number; joinsAnHour: number };

/**
 * Somebody cancels so that a buyer may have the number: the buyer joins the waiting list in the next second and looks
 * at the free numbers all the time. How often does it work, by the product's own order and times?
 */
export function handOvers(random: Random): Result[] {
  const sought = { waiting: 8, joinsAnHour: 6 };
  const quiet = { waiting: 0, joinsAnHour: 6 };
  return [
    {
      ...{ name: 'fairness.hijack', value: rate(random, sought) * 100, unit: '%' },
      detail: `cancel-and-rebook that reaches the buyer: ${tries} tries, ${sought.waiting} waiting on average, ${takes * 100} % of the asked accept`,
    },
    {
      ...{ name: 'fairness.hijack_quiet', value: rate(random, quiet) * 100, unit: '%' },
      detail: `for comparison: nobody waits, ${quiet.joinsAnHour} join an hour; the rest is by lot among them, and its end cannot be timed`,
    },
  ];
}

function rate(random: Random, demand: Demand): number {
  let reached = 0;
  for (let i = 0; i < tries; i += 1) if (reaches(random, demand)) reached += 1;
  return reached / tries;
}

function reaches(random: Random, { waiting, joinsAnHour }: Demand): boolean {
  const cancelledAt = new Date(Date.parse('2026-05-18T01:00:00Z') + Math.floor(random.next() * 480) * minute);
  const closeAt = new Date('2026-05-20T03:30:00Z');
  const before = Array.from({ length: poisson(random, waiting) }, (_, i) => ({
    id: `p${i}`,
    joinedAt: new Date(cancelledAt.getTime() - random.next() * 86_400_000),
  }));
  const buyer = { id: 'buyer', joinedAt: new Date(cancelledAt.getTime() + 1000) };
  if (before.length > 0) return isFirst(askingOrder([...before, buyer], null, random.next), random);
  const until = backAt(cancelledAt, closeAt, defaultRules, random.next());
  const rest = until.getTime() - cancelledAt.getTime();
  const since = Array.from({ length: poisson(random, (joinsAnHour * rest) / (60 * minute)) }, (_, i) => ({
    id: `j${i}`,
    joinedAt: new Date(cancelledAt.getTime() + random.next() * rest),
  }));
  return isFirst(askingOrder([...since, buyer], cancelledAt, random.next), random);
}

/** The buyer always takes it, the others mostly. */
function isFirst(order: { id: string }[], random: Random): boolean {
  for (const { id } of order) {
    if (id === 'buyer') return true;
    if (random.chance(takes)) return false;
  }
  return false;
}

/** How many come when `mean` are expected. */
function poisson({ next }: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}
