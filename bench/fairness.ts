import { createHash } from 'node:crypto';
import { type Random, randomFrom } from '#db/seed/random.ts';
import { type ActiveBooking, seatsFor } from '#server/booking/rules.ts';
import { drawOrder } from '#server/draws/draw-order.ts';
import { createSealing } from '#server/kernel/sealing.ts';
import { defaultRate, placeOf, turnAt } from '#server/rush/rules.ts';
import { defaultRules } from '#server/schedules/rules.ts';
import { handOvers } from './hand-overs.ts';
import type { BenchOptions, Result } from './result.ts';

const people = 1000;
const bots = 200;
const numbers = 100;
const rounds = 200;
const share = bots / (people + bots);

/** Nine of ten people come to the line before the release, when coming is enough; the others are seconds late. */
const latePeople = 0.1;

const { hash } = createSealing('the secret of the bench, which nobody can foresee');

type Account = { id: string; bot: boolean; active: ActiveBooking[] };
/** One attempt to get a number: when it comes, in milliseconds after the release. */
type Attempt = { account: Account; at: number };

/**
 * One thousand people and two hundred accounts of one owner want the hundred numbers of one session: how many go to the
 * owner? By the product's own order of the draw and its limits per person; the same on every machine.
 */
export async function benchFairness({ note }: BenchOptions): Promise<Result[]> {
  const random = randomFrom('fairness');
  const won = { draw: 0, line: 0, slow: 0, race: 0 };
  note(`${rounds} sessions with ${people} people and ${bots} bot accounts …`);
  for (let round = 0; round < rounds; round += 1) {
    won.draw += byDraw(round);
    won.line += give(inLine(random, round, 0));
    won.slow += give(inLine(random, round, 4000));
    won.race += give(race(random));
  }
  const ratio = (botsWon: number) => botsWon / (rounds * numbers) / share;
  const of = `${rounds} sessions of ${numbers} numbers, ${people} people, ${bots} bot accounts`;
  return [
    {
      ...{ name: 'fairness.draw', value: ratio(won.draw), unit: '×' },
      detail: `bots' share of numbers ÷ their share of accounts; requests and a draw; ${of}`,
    },
    {
      ...{ name: 'fairness.line', value: ratio(won.line), unit: '×' },
      detail: `the same first come behind the line at the release, ${latePeople * 100} % of people late, each takes a number when it is their turn`,
    },
    {
      ...{ name: 'fairness.line_slow', value: ratio(won.slow), unit: '×' },
      detail:
        'the same where people take 2 to 6 s longer than a program after their turn: what a line alone cannot mend',
    },
    {
      ...{ name: 'fairness.race', value: ratio(won.race), unit: '×' },
      detail: 'for comparison, not in the product: a bare race, bots 50 ms after the release, people 0.5 to 20 s',
    },
    ...handOvers(random),
  ];
}

/** One request a person, whatever the bots try; the real order over the real list. */
function byDraw(round: number): number {
  const hex = (text: string) => createHash('sha256').update(text).digest('hex');
  const entries = Array.from({ length: people + bots }, (_, i) => ({ id: hex(`${round} ${i}`), channel: 'web' }));
  const botIds = new Set(entries.slice(people).map(({ id }) => id));
  return drawOrder(hex(`seed ${round}`), entries)
    .slice(0, numbers)
    .filter((id) => botIds.has(id)).length;
}

/** A bare race: who clicks first. */
function race(random: Random): Attempt[] {
  const attempts = everybody().map((account) => ({
    account,
    at: account.bot ? 50 + random.next() * 50 : 500 + random.next() * 19_500,
  }));
  return inTime(attempts);
}

/**
 * The line of `server/rush`: who came before the release goes on by lot, who came after it behind them. `slowMs` is what people
 * take longer than a program once it is their turn.
 */
function inLine(random: Random, round: number, slowMs: number): Attempt[] {
  const releaseAt = new Date(Date.UTC(2026, 4, 20, 0, round));
  const accounts = everybody();
  const late = accounts.filter(({ bot }) => !bot && random.chance(latePeople));
  const numberOf = new Map(late.map((account, i) => [account, i + 1]));
  const line = { before: accounts.length - late.length, after: late.length };
  const attempts = accounts.map((account) => {
    const place = placeOf(hash, { releaseAt, residentId: account.id, number: numberOf.get(account) ?? 0 }, line);
    const turn = turnAt(place, releaseAt, defaultRate).getTime() - releaseAt.getTime();
    return { account, at: turn + place / 1000 + (account.bot ? 0 : slowMs * (0.5 + random.next())) };
  });
  return inTime(attempts);
}

const everybody = (): Account[] =>
  Array.from({ length: people + bots }, (_, i) => ({ id: `${i}`, bot: i >= people, active: [] }));
const inTime = (attempts: Attempt[]) => attempts.sort((a, b) => a.at - b.at);

/** Gives the numbers in the order of the attempts, by the limits per person of every booking; how many the bots got. */
function give(order: Attempt[]): number {
  let left = numbers;
  let toBots = 0;
  for (const { account } of order) {
    if (left === 0) break;
    const wish = { departmentId: 'd', doctorKey: 'x', date: '2026-05-20' };
    const seats = seatsFor(wish, account.active, defaultRules);
    if ('rule' in seats) continue;
    const when = new Date('2026-05-20T01:00:00Z');
    account.active.push({
      ...wish,
      ...seats,
      appointmentId: account.id,
      windowStart: when,
      windowEnd: when,
      label: '',
    });
    left -= 1;
    if (account.bot) toBots += 1;
  }
  return toBots;
}
