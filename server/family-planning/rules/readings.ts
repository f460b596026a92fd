import { checkItems, type Part, type Reading, rangeOf, readingsFor } from '../schema/items.ts';

export type Flag = 'low' | 'high' | 'normal' | 'abnormal';
export type Read = { code: string; value: string; unit: string; low: string; high: string; flag: Flag };
type Known = { code: string; flag: Flag };

const number = /^\d{1,4}(\.\d{1,3})?$/;

/** A typed value beside its range, or the rule that says what is wrong with it. The digits stay as typed. */
export function readValue(part: Part, code: string, value: string): Read | { rule: string } {
  const reading = readingsFor(part).find((one) => one.code === code);
  if (!reading) return { rule: 'planning-reading' };
  if (reading.kind === 'choice') return readChoice(reading, value);
  if (!number.test(value)) return { rule: 'planning-number' };
  const [low, high] = rangeOf(reading, part);
  const n = Number(value);
  const flag = n < Number(low) ? 'low' : n > Number(high) ? 'high' : 'normal';
  return { code, value, unit: reading.unit, low, high, flag };
}

function readChoice(reading: Extract<Reading, { kind: 'choice' }>, value: string): Read | { rule: string } {
  if (!reading.values.includes(value)) return { rule: 'planning-reading' };
  const flag = reading.odd.includes(value) ? 'abnormal' : 'normal';
  return { code: reading.code, value, unit: '', low: '', high: '', flag };
}

/** Items of the list that are done, of how many; the last two follow from the grade and the follow-ups. */
export function progressOf(part: Part, results: readonly Known[], graded: boolean, followed: boolean) {
  const known = new Set(results.map((one) => one.code));
  const mine = checkItems.filter((item) => item.for.includes(part));
  const isDone = ({ code, readings }: (typeof mine)[number]) =>
    code === 'assessment' ? graded : code === 'follow-up' ? followed : readings.every((one) => known.has(one.code));
  return { done: mine.filter(isDone).length, of: mine.length };
}

/** What is still to be noted before a check can be graded. */
export const missingOf = (part: Part, results: readonly Known[]): string[] =>
  readingsFor(part).flatMap(({ code }) => (results.some((one) => one.code === code) ? [] : [code]));

/** Usual, or raised with the readings outside their range: for counselling, never a verdict on the wish for a child. */
export function gradeOf(results: readonly Known[]): { grade: 'usual' | 'raised'; reasons: string[] } {
  const reasons = results.filter((one) => one.flag !== 'normal').map((one) => one.code);
  return { grade: reasons.length > 0 ? 'raised' : 'usual', reasons };
}
