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
  const possible = statesAfter(acts, answers, before);
  if (acts.length > 1) return compare(world, possible, () => wrongAnswer(world, before, acts, answers));
  const [only, ...others] = [...possible];
  if (!only) throw new CounterExample(wrongAnswer(world, before, acts, answers));
  const due = Math.floor(started / compareEvery) !== Math.floor(world.commands / compareEvery);
  return others.length === 0 && !due ? only : compare(world, [only, ...others], () => said(acts, answers));
}

/** The states to which some order of these acts leads, one after the other; the order in which they are given comes first. */
function* statesAfter(acts: Act[], answers: Answer[], before: Ledger): Generator<Ledger> {
  const seen = new Set<string>();
  const alone = acts.length === 1;
  const shut = acts.some((act) => act.shuts);
  function* search(left: number[], ledger: Ledger): Generator<Ledger> {
    if (left.length === 0) return yield ledger;
    if (!alone) {
      const known = `${left} ${linesOf(ledger).join('\n')}`;
      if (seen.has(known)) return;
      seen.add(known);
    }
    for (const i of left) {
      const slack = alone ? 0 : shut ? 99 : acts.length - 1;
      const act = acts[i] as Act;
      const rest = left.filter((one) => one !== i);
      for (const next of act.next(ledger, answers[i] as Answer, slack)) {
        yield* search(act.isUnderWay?.(next) ? left : rest, next);
      }
    }
  }
  yield* search([...acts.keys()], before);
}

/** The one of these states in which the database is; `told` says what was done, should there be none. */
export async function compare(world: World, possible: Iterable<Ledger>, told = () => ''): Promise<Ledger> {
  const scope = {
    facilities: world.facilities,
    residents: world.people.map((one) => one.residentId),
    today: dayOf(world.clock.at),
  };
  const found = await snapshotOf(world.db, scope);
  const text = found.join('\n');
  let nearest: string[] | null = null;
  for (const ledger of possible) {
    const lines = linesOf(ledger);
    if (lines.join('\n') === text) return ledger;
    nearest ??= lines;
  }
  throw new CounterExample(`${told()}\n${nearest ? differenceOf(world, nearest, found) : ''}`);
}

const said = (acts: Act[], answers: Answer[]): string =>
  acts.map((act, i) => `${act.text} → ${JSON.stringify(answers[i])?.replaceAll('\\n', '\n')}`).join('\n');

function wrongAnswer(world: World, before: Ledger, acts: Act[], answers: Answer[]): string {
  const stand = linesOf(before).filter((line) => /^(session|ticket|seat|offer|rest|wait|draw|request)/.test(line));
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
