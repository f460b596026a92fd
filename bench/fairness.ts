import { createHash } from 'node:crypto';
import { type Random, randomFrom } from '#db/seed/random.ts';
import { type ActiveBooking, seatsFor } from '#server/booking/rules.ts';
import { drawOrder } from '#server/draws/draw-order.ts';
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

type Account = { id: string; bot: boolean; active: ActiveBooking[] };
/** One attempt to get a number: when it comes, in milliseconds after the release. */
type Attempt = { account: Account; at: number };

/**
 * One thousand people and two hundred accounts of one owner want the hundred numbers of one session: how many go to the
 * owner? By the product's own order of the draw and its limits per person; the same on every machine.
 */
export async function benchFairness({ note }: BenchOptions): Promise<Result[]> {
  const random = randomFrom('fairness');
  const won = { draw: 0, line: 0, race: 0 };
  note(`${rounds} sessions with ${people} people and ${bots} bot accounts …`);
  for (let round = 0; round < rounds; round += 1) {
    won.draw += byDraw(round);
    won.line += give(attempts(random, 'line'));
    won.race += give(attempts(random, 'race'));
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
      detail: `the same first come behind the waiting line, ${latePeople * 100} % of people late, bots with 20 tabs each`,
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

function attempts(random: Random, how: 'line' | 'race'): Attempt[] {
  const account = (bot: boolean, i: number): Account => ({ id: `${bot ? 'b' : 'p'}${i}`, bot, active: [] });
  const late = (): number => (random.chance(latePeople) ? random.next() * 60_000 : -1);
  const human = (i: number): Attempt => ({
    account: account(false, i),
    at: how === 'line' ? late() : 500 + random.next() * 19_500,
  });
  // every tab of a bot is the same account, so it has one place in the line
  const bot = (i: number): Attempt[] => {
    const one = account(true, i);
    const tabs = how === 'line' ? 20 : 3;
    return Array.from({ length: tabs }, () => ({ account: one, at: how === 'line' ? -1 : 50 + random.next() * 50 }));
  };
  const all = [
    ...Array.from({ length: people }, (_, i) => human(i)),
    ...Array.from({ length: bots }, (_, i) => bot(i)).flat(),
  ];
  return how === 'line' ? inLine(all, random) : all.sort((a, b) => a.at - b.at);
}

/** Who came before the release comes by lot, one place an account; who came after it, by time. */
function inLine(all: Attempt[], random: Random): Attempt[] {
  const first = new Map<Account, Attempt & { lot: number }>();
  for (const attempt of all) {
    const known = first.get(attempt.account);
    if (!known || attempt.at < known.at) first.set(attempt.account, { ...attempt, lot: known?.lot ?? random.next() });
  }
  return [...first.values()].sort((a, b) => Math.max(0, a.at) - Math.max(0, b.at) || a.lot - b.lot);
}

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
