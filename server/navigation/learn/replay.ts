import { setImmediate } from 'node:timers/promises';
import type { Facts } from '../understand/schema.ts';
import { understand } from '../understand/understand.ts';
import type { RuleSet } from './rule-set.ts';
import type { CaseChange, Outcome, ReplayView } from './schema.ts';

export type StoredCase = { id: string; text: string; facts: Facts; expects: Outcome; label: string | null };
export type Reading = { outcome: Outcome; labels: string[] };

/** The gravest flag of a reading: an emergency before a crisis before a fever. */
const grave = ['emergency', 'crisis', 'fever'] as const;

/** What the guide would answer, in the two things a case can expect: the outcome and the first three departments. */
export function readCase(stored: Pick<StoredCase, 'text' | 'facts'>, rules: RuleSet): Reading {
  const { flags, ranked } = understand(stored.text, stored.facts, rules);
  const kinds = new Set(flags.map(({ rule }) => rule.kind));
  return {
    outcome: grave.find((kind) => kinds.has(kind)) ?? 'none',
    labels: ranked.slice(0, 3).map(({ label }) => label),
  };
}

const hasLabel = ({ label }: StoredCase, { labels }: Reading) => label === null || labels.includes(label);
export const passes = (stored: StoredCase, reading: Reading): boolean =>
  reading.outcome === stored.expects && (stored.expects !== 'none' || hasLabel(stored, reading));

/** A life is at stake: losing the alarm of such a case stops a change. */
export const isGrave = ({ expects }: Pick<StoredCase, 'expects'>): boolean =>
  expects === 'emergency' || expects === 'crisis';
/** Not missed: an emergency sent to 120; in a crisis the hotline or 120. */
export const isFound = ({ expects }: Pick<StoredCase, 'expects'>, { outcome }: Reading): boolean =>
  outcome === 'emergency' || (outcome === 'crisis' && expects !== 'emergency');

const isAlarm = ({ outcome }: Reading) => outcome === 'emergency' || outcome === 'crisis';

/** Reading a few hundred cases takes some 100 ms: others get their turn in between. */
const atOnce = 25;

export async function readCases(cases: readonly StoredCase[], rules: RuleSet): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const stored of cases) {
    if (readings.length % atOnce === atOnce - 1) await setImmediate();
    readings.push(readCase(stored, rules));
  }
  return readings;
}

type Sets = { before: RuleSet; after: RuleSet; setBefore: string; setAfter: string };

/** What a change does to every stored case (E3): nothing goes live that loses an alarm it had. */
export async function replay(cases: readonly StoredCase[], sets: Sets): Promise<ReplayView> {
  const before = await readCases(cases, sets.before);
  const after = await readCases(cases, sets.after);
  const rows = cases.flatMap((stored, i) => {
    const [was, is] = [before[i], after[i]];
    return was && is ? [{ stored, was, is }] : [];
  });
  type Row = (typeof rows)[number];
  const list = (choose: (row: Row) => boolean, word: (reading: Reading) => string): CaseChange[] =>
    rows.filter(choose).map(({ stored, was, is }) => changeOf(stored, word(was), word(is)));
  const outcome = (reading: Reading) => reading.outcome;
  const first = (reading: Reading) => reading.labels[0] ?? '';
  const all = (reading: Reading) => (reading.outcome === 'none' ? reading.labels.join(' ') : reading.outcome);
  const lost = list(({ stored, was, is }) => isGrave(stored) && isFound(stored, was) && !isFound(stored, is), outcome);
  return {
    cases: rows.length,
    emergencies: rows.filter(({ stored }) => isGrave(stored)).length,
    missed: rows.filter(({ stored, is }) => isGrave(stored) && !isFound(stored, is)).length,
    passed: rows.filter(({ stored, is }) => passes(stored, is)).length,
    blocked: lost.length > 0,
    setBefore: sets.setBefore,
    setAfter: sets.setAfter,
    lost,
    found: list(({ stored, was, is }) => isGrave(stored) && !isFound(stored, was) && isFound(stored, is), outcome),
    raised: list(({ stored, was, is }) => !isGrave(stored) && !isAlarm(was) && isAlarm(is), outcome),
    quieted: list(({ stored, was, is }) => !isGrave(stored) && isAlarm(was) && !isAlarm(is), outcome),
    departments: list(({ was, is }) => first(was) !== first(is), first),
    failed: list(({ stored, is }) => !passes(stored, is), all),
  };
}

const changeOf = ({ id, text, expects, label }: StoredCase, before: string, after: string): CaseChange => ({
  caseId: id,
  text,
  expects,
  label,
  before,
  after,
});
