import type { Evidence } from '#db/schema/records.ts';
import {
  compareDates,
  compareNames,
  comparePlaces,
  isOneSlip,
  type NameLevel,
  type PlaceLevel,
} from './compare-fields.ts';
import { nameBits } from './name-frequency.ts';
import type { Portrait } from './portrait.ts';
import { weights } from './weights.ts';

/** Why two portraits are not linked without a person's word, however well they agree. */
export type Bar = 'numbers-differ' | 'twins-differ' | 'may-be-twins' | 'unnamed';

export type Comparison = {
  /** Bits for one person, the prior included. */
  score: number;
  evidence: Evidence[];
  bars: Bar[];
  name: NameLevel | null;
  number: 'same' | 'slip' | 'different' | null;
};

type Weighed = { weight: number; outcome: Evidence['outcome'] };
type Judged<Level extends string> = Weighed & { level: Level | null };

/** Compares what two places know; what could not be compared is said as unknown and weighs nothing (B5). Symmetric. */
export function comparePortraits(a: Portrait, b: Portrait): Comparison {
  const name = judgeNames(a, b);
  const number = judgeNumbers(a, b);
  const date = judged(compareDates(a.birthDate, b.birthDate), weights.birthDate);
  const sex = judged(
    a.sex === 'unknown' || b.sex === 'unknown' ? null : a.sex === b.sex ? 'same' : 'different',
    weights.sex,
  );
  const phone = judged(sharing(a.phones, b.phones), weights.phone);
  const place = judgePlaces(a, b);
  const kin = judgeKin(a, b);
  const order = judgeOrder(a, b);
  const all: [string, Weighed][] = [
    ['name', name],
    ['birth-date', date],
    ['sex', sex],
    ['id-number', number],
    ['phone', phone],
    ['place', place],
    ['kin', kin],
    ['birth-order', order],
  ];
  const score = all.reduce<number>((sum, [, one]) => sum + one.weight, weights.prior);
  const evidence = all.map(([what, { outcome, weight }]) => ({ what, outcome, weight: Math.round(weight * 10) / 10 }));
  const family = phone.level === 'same' || place.level === 'village' || kin.level === 'same';
  const sameDay = date.level === 'same' || date.level === 'slip';
  const bars = barsOf(a, b, {
    name: name.level,
    number: number.level,
    order: order.level,
    siblings: family && sameDay,
  });
  return { score: Math.round(score * 100) / 100, evidence, bars, name: name.level, number: number.level };
}

type Seen = { name: NameLevel | null; number: Comparison['number']; order: string | null; siblings: boolean };

/** Twins share all but the name and the order of birth: whoever may be one of them is not linked by likeness. */
function barsOf(a: Portrait, b: Portrait, seen: Seen): Bar[] {
  const bars: Bar[] = [];
  const byNumber = seen.number === 'same' || seen.number === 'slip';
  if (seen.number === 'different') bars.push('numbers-differ');
  if (seen.order === 'different') bars.push('twins-differ');
  const single = a.birthOrder === 0 || b.birthOrder === 0 || seen.order === 'same';
  if (seen.name === null && !byNumber && !single) bars.push('unnamed');
  // a slip in one twin's number may make the other's, all but the check character
  const close = seen.name === 'sound' || seen.name === 'near';
  const ownNumber = seen.number === 'same' || (seen.number === 'slip' && close);
  if (seen.siblings && seen.name !== null && seen.name !== 'same' && !ownNumber) bars.push('may-be-twins');
  return bars;
}

const outcomes: Record<string, Evidence['outcome']> = {
  same: 'same',
  village: 'same',
  number: 'same',
  different: 'different',
};

function judged<Level extends string>(level: NoInfer<Level> | null, table: Record<Level, number>): Judged<Level> {
  if (level === null) return { level, weight: 0, outcome: 'unknown' };
  return { level, weight: table[level], outcome: outcomes[level] ?? 'similar' };
}

const order: NameLevel[] = ['same', 'sound', 'near', 'part', 'different'];

function judgeNames(a: Portrait, b: Portrait): Judged<NameLevel> {
  let best: Judged<NameLevel> = judged<NameLevel>(null, weights.name);
  for (const left of a.names) {
    for (const right of b.names) {
      const level = compareNames(left, right);
      const borne = level === 'part' || level === 'different' ? 0 : (nameBits(left) + nameBits(right)) / 2;
      const found = { ...judged(level, weights.name), weight: borne + weights.name[level] };
      if (best.level === null || isBetter(found, best)) best = found;
    }
  }
  return best;
}

const isBetter = (a: Judged<NameLevel>, b: Judged<NameLevel>): boolean => {
  const [left, right] = [order.indexOf(a.level ?? 'different'), order.indexOf(b.level ?? 'different')];
  return left < right || (left === right && a.weight > b.weight);
};

function judgeNumbers(a: Portrait, b: Portrait): Judged<'same' | 'slip' | 'different'> {
  if (!a.idNumber || !b.idNumber) return judged(null, weights.idNumber);
  if (a.proven && b.proven) return judged(a.idNumber === b.idNumber ? 'same' : 'different', weights.idNumber);
  const near = a.idNumber === b.idNumber || isOneSlip(a.idNumber, b.idNumber);
  return judged(near ? 'slip' : null, weights.idNumber);
}

const smallest: PlaceLevel[] = ['village', 'town', 'county', 'different'];

function judgePlaces(a: Portrait, b: Portrait): Judged<PlaceLevel> {
  const levels = a.places.flatMap((one) => b.places.map((other) => comparePlaces(one, other)));
  const level = smallest.find((one) => levels.includes(one)) ?? null;
  const words = (one: Portrait['places'][number]) => `${one.county}/${one.town}/${one.village}`;
  const alike = a.places.some((one) => b.places.some((other) => words(one) === words(other)));
  const found = judged<PlaceLevel>(level, weights.place);
  // neither says more than the other: the same as far as it goes, though it weighs less than a village
  return level !== null && alike ? { ...found, outcome: 'same' } : found;
}

function sharing(a: readonly string[], b: readonly string[]): 'same' | 'different' | null {
  if (a.length === 0 || b.length === 0) return null;
  return a.some((one) => b.includes(one)) ? 'same' : 'different';
}

function judgeKin(a: Portrait, b: Portrait): Judged<'same' | 'different'> {
  if (a.kinNumbers.some((one) => b.kinNumbers.includes(one)))
    return { level: 'same', weight: weights.kin.number, outcome: 'same' };
  if (a.kin.length === 0 || b.kin.length === 0) return { level: null, weight: 0, outcome: 'unknown' };
  const alike = a.kin.some((one) => b.kin.some((other) => ['same', 'sound'].includes(compareNames(one, other))));
  // one place may know the mother and the other the father: another name says little
  return alike
    ? { level: 'same', weight: weights.kin.name, outcome: 'same' }
    : { level: 'different', weight: weights.kin.different, outcome: 'different' };
}

function judgeOrder(a: Portrait, b: Portrait): Judged<'same' | 'different'> {
  if (a.birthOrder === null || b.birthOrder === null) return judged(null, weights.birthOrder);
  return judged(a.birthOrder === b.birthOrder ? 'same' : 'different', weights.birthOrder);
}
