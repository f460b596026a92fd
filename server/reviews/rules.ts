import type { FindingRule, FindingState, Move, SampleKind, Severity } from './schema/words.ts';

/** Our proposal (2026), by the day it holds from: when a record is late, and how much time a hospital gets. */
export const reviewRules = [
  { from: '2026-01-01', lateDays: 3, dueDaysLeast: 1, dueDaysMost: 60, perHospitalMost: 50 },
] as const;
export const reviewRulesOn = (day: string) => reviewRules.findLast((one) => one.from <= day) ?? reviewRules[0];

const paperTypes: Partial<Record<SampleKind, string>> = { report: 'DiagnosticReport', document: 'DocumentReference' };

/** A sampling rule in the words of the store. */
export const soughtBy = (kinds: readonly SampleKind[]): { types: string[]; visitKinds: SampleKind[] } => {
  const papers = kinds.flatMap((kind) => paperTypes[kind] ?? []);
  const visitKinds = kinds.filter((kind) => !paperTypes[kind]);
  return { types: visitKinds.length > 0 ? ['Encounter', ...papers] : papers, visitKinds };
};

/** What can be wrong, by what it harms; the weight is where an official begins. */
export const findingRules = {
  'no-diagnosis': { about: 'completeness', severity: 'serious' },
  'no-department': { about: 'completeness', severity: 'minor' },
  'no-end': { about: 'completeness', severity: 'major' },
  'no-summary': { about: 'completeness', severity: 'major' },
  'no-results': { about: 'completeness', severity: 'major' },
  'no-unit': { about: 'completeness', severity: 'major' },
  'no-content': { about: 'completeness', severity: 'major' },
  late: { about: 'timeliness', severity: 'major' },
  unmapped: { about: 'coding', severity: 'minor' },
  'code-form': { about: 'coding', severity: 'major' },
  'badly-written': { about: 'coding', severity: 'minor' },
  other: { about: 'content', severity: 'major' },
} as const satisfies Record<FindingRule, { about: string; severity: Severity }>;
type Step = { by: 'official' | 'facility' | 'rule'; from: readonly FindingState[]; to: FindingState; words: boolean };

/** The way of a finding, from a check or an official to its end. `words`: not without saying why. */
export const moves: Record<Move, Step> = {
  confirm: { by: 'official', from: ['proposed'], to: 'confirmed', words: false },
  dismiss: { by: 'official', from: ['proposed', 'confirmed'], to: 'dismissed', words: true },
  return: { by: 'official', from: ['confirmed'], to: 'returned', words: false },
  answer: { by: 'facility', from: ['returned'], to: 'answered', words: true },
  accept: { by: 'official', from: ['answered'], to: 'closed', words: false },
  'return-again': { by: 'official', from: ['answered'], to: 'returned', words: true },
  withdraw: { by: 'official', from: ['returned', 'answered'], to: 'dismissed', words: true },
  escalate: { by: 'rule', from: ['returned'], to: 'returned', words: false },
};
export const movesFrom = (state: FindingState, by: Step['by']): Move[] =>
  (Object.keys(moves) as Move[]).filter((move) => moves[move].by === by && moves[move].from.includes(state));

/** How many of a hospital's records are drawn: a number, or percent rounded up; never more than can be read. */
export function sampleSize(kind: 'count' | 'share', size: number, population: number, most: number): number {
  const wanted = kind === 'count' ? size : Math.ceil((population * size) / 100);
  return Math.min(wanted, population, most);
}
