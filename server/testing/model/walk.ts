import type { Database } from '#db/client.ts';
import type { Act } from './act.ts';
import { type Answer, answerOf } from './answer.ts';
import { cloneOf, dayOf, type Ledger, linesOf } from './ledger.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** The product did what no order of the commands explains. */
export class CounterExample extends Error {}

/** Every so many commands the whole state is compared, and whenever the answers leave open what it is. */
const compareEvery = 6;
const second = 1000;

/**
 * Does the acts at one moment, each in a process of its own, and asks the model for an order in which the answers make
 * sense and lead to the state that the database is in. Gives that state.
 */
export async function walk(world: World, ledger: Ledger, acts: Act[], processes: Database[]): Promise<Ledger> {
  world.clock.at += second;
  const before = { ...cloneOf(ledger), now: world.clock.at };
  const started = world.commands;
  world.commands += acts.length;
  const answers = await Promise.all(
    acts.map((act, i) => answerOf(() => act.run(world, processes[i % processes.length] as Database))),
  );
  const possible = distinct(ordersOf(acts, answers, before));
  if (possible.length === 0) throw new CounterExample(wrongAnswer(world, before, acts, answers));
  const [only] = possible;
  const due = Math.floor(started / compareEvery) !== Math.floor(world.commands / compareEvery);
  if (only && possible.length === 1 && !due) return only;
  return compare(world, possible, acts, answers);
}

/** The states that some order of these acts explains. */
function ordersOf(acts: Act[], answers: Answer[], before: Ledger): Ledger[] {
  if (acts.length === 1) return acts[0]?.next(before, answers[0] as Answer, 0) ?? [];
  const search = (left: number[], ledger: Ledger): Ledger[] =>
    left.length === 0
      ? [ledger]
      : left.flatMap((i) => {
          const act = acts[i] as Act;
          const slack = acts.some((other) => other !== act && other.shuts) ? 99 : acts.length - 1;
          const rest = left.filter((one) => one !== i);
          return act.next(ledger, answers[i] as Answer, slack).flatMap((next) => search(rest, next));
        });
  return search([...acts.keys()], before);
}

function distinct(ledgers: Ledger[]): Ledger[] {
  if (ledgers.length < 2) return ledgers;
  return [...new Map(ledgers.map((ledger) => [linesOf(ledger).join('\n'), ledger])).values()];
}

/** The one of these states in which the database is. */
export async function compare(
  world: World,
  possible: Ledger[],
  acts: Act[] = [],
  answers: Answer[] = [],
): Promise<Ledger> {
  const [first] = possible;
  if (!first) throw new CounterExample(said(acts, answers));
  const scope = {
    facilities: world.facilities,
    residents: world.people.map((one) => one.residentId),
    today: dayOf(first.now),
  };
  const found = await snapshotOf(world.db, scope);
  const text = found.join('\n');
  const same = possible.find((ledger) => linesOf(ledger).join('\n') === text);
  if (same) return same;
  throw new CounterExample(`${said(acts, answers)}\n${differenceOf(world, linesOf(first), found)}`);
}

const said = (acts: Act[], answers: Answer[]): string =>
  acts.map((act, i) => `${act.text} → ${JSON.stringify(answers[i])?.replaceAll('\\n', '\n')}`).join('\n');

function wrongAnswer(world: World, before: Ledger, acts: Act[], answers: Answer[]): string {
  const stand = linesOf(before).filter((line) => /^(session|ticket|seat|offer|rest)/.test(line));
  const at = new Date(before.now).toISOString();
  return `${said(acts, answers)}\nno order of these commands gives such answers at ${at}, where there was\n${inWords(world, stand)}`;
}

function inWords(world: World, lines: string[]): string {
  let text = lines.sort().join('\n');
  for (const [id, name] of world.names) text = text.replaceAll(id, name);
  return text;
}

function differenceOf(world: World, expected: string[], found: string[]): string {
  const counts = new Map<string, number>();
  for (const line of expected) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of found) counts.set(line, (counts.get(line) ?? 0) - 1);
  const lines = [...counts].filter(([, n]) => n !== 0).map(([line, n]) => `${n > 0 ? 'missing' : 'too much'}: ${line}`);
  return `the database is in another state:\n${inWords(world, lines)}`;
}
