import { expect, it } from 'vitest';
import { backAt } from '../schedules/return-rules.ts';
import { defaultRules } from '../schedules/rules.ts';
import { askingOrder, type Place } from './rules.ts';

/** Somebody cancels for a buyer, by the product's own order and times. `npm run bench -- fairness` prints the figures. */
const tries = 20_000;
const accepts = 0.7;
const now = new Date('2027-03-10T02:00:00Z');
const closeAt = new Date('2027-03-17T03:30:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** Mulberry32: the same tries on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Attack = { waiting: () => number; joinsAnHour: number; buyerJoinedAt: Date };

/** How often the number reaches the buyer, who always takes it at once; `byOrder` leaves the lot out. */
function hijackRate(attack: Attack, byOrder = false): number {
  const chance = randomFrom(7);
  let reached = 0;
  for (let i = 0; i < tries; i += 1) {
    const buyer = { id: 'buyer', joinedAt: attack.buyerJoinedAt };
    const others: Place[] = Array.from({ length: attack.waiting() }, (_, n) => ({
      id: `w${n}`,
      joinedAt: before(1 + chance() * 1440),
    }));
    const restedFrom = others.length === 0 && buyer.joinedAt > now ? now : null;
    if (restedFrom) {
      const rest = backAt(now, closeAt, defaultRules, chance()).getTime() - now.getTime();
      const joined = Math.round((attack.joinsAnHour * rest) / 3_600_000);
      for (let n = 0; n < joined; n += 1) {
        others.push({ id: `j${n}`, joinedAt: new Date(now.getTime() + 2000 + chance() * rest) });
      }
    }
    const order = askingOrder([...others, buyer], byOrder ? null : restedFrom, chance);
    if (order.find((one) => one.id === 'buyer' || chance() < accepts)?.id === 'buyer') reached += 1;
  }
  return reached / tries;
}

const contended = () => 8;
const justAfter = new Date(now.getTime() + 1000);

it('hands a number over by cancelling in less than one try of a hundred where people wait', () => {
  expect(hijackRate({ waiting: contended, joinsAnHour: 6, buyerJoinedAt: justAfter })).toBeLessThan(0.01);
  expect(hijackRate({ waiting: contended, joinsAnHour: 6, buyerJoinedAt: before(0.5) })).toBeLessThan(0.01);
});

it('is drawn among those who joined since where nobody waited, so that being quick gains nothing', () => {
  const quiet = { waiting: () => 0, joinsAnHour: 6, buyerJoinedAt: justAfter };
  expect(hijackRate(quiet, true)).toBe(1);
  expect(hijackRate(quiet)).toBeLessThan(0.3);
});
