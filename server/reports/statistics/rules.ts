import { hideSmall } from '../guide/rules.ts';
import type { Indicator, RatesView, RateView } from '../schema/statistics.ts';

/** What the months of a department add up to; the columns of department_months. */
export type Sums = {
  clinics: number;
  stopped: number;
  released: number;
  unused: number;
  visits: number;
  booked: number;
  timed: number;
  returns: number;
  returnsBooked: number;
  waitDays: number;
};

/**
 * A51, with the denominators in the open (domain.md §3.2, 2015): visits booked ahead of all visits; of the booked
 * those for a window of an hour or less; return visits booked ahead of all return visits. The rest is our
 * proposal: numbers nobody took of those released, clinics stopped of those planned, days from booking to visit.
 */
const parts: Record<Indicator, [part: keyof Sums, whole: keyof Sums, people: boolean]> = {
  booking: ['booked', 'visits', true],
  timed: ['timed', 'booked', true],
  return: ['returnsBooked', 'returns', true],
  unused: ['unused', 'released', false],
  stopped: ['stopped', 'clinics', false],
  wait: ['waitDays', 'booked', true],
};
const indicators = Object.keys(parts) as Indicator[];

/** A rate as it may be shown: counts of one to four people are hidden, and with them what they would betray. */
export function rateOf(indicator: Indicator, sums: Sums): RateView {
  const [partName, wholeName, people] = parts[indicator];
  const show = people ? hideSmall : (n: number) => n;
  const whole = show(sums[wholeName]);
  // days are a sum, not a number of people: their denominator alone decides
  const part = whole === null ? null : indicator === 'wait' ? sums[partName] : show(sums[partName]);
  return { part, whole, value: part === null || !whole ? null : part / whole };
}

export const ratesOf = (sums: Sums): RatesView =>
  Object.fromEntries(indicators.map((indicator) => [indicator, rateOf(indicator, sums)])) as RatesView;

export type Target = { atLeast: number; strictly: boolean };

/** Whether a target is met; null where nothing is known or shown. */
export function isMet({ atLeast, strictly }: Target, { part, whole }: RateView): boolean | null {
  if (part === null || !whole) return null;
  return strictly ? part * 100 > atLeast * whole : part * 100 >= atLeast * whole;
}

/** Scopes of the national targets: facilities of level 3, and departments by their code in the national catalogue. */
export const tertiaryLevel = 3;
export const dentalCodes = '12%';
export const antenatalCodes = '05.02%';

/** Booked for a window of at most so many minutes counts as timed (§3.2: windows of an hour, then of 30 minutes). */
export const timedMinutes = 60;
