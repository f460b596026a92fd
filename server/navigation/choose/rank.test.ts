import { describe, expect, it } from 'vitest';
import { doorRank, isOfFamily } from '../families.ts';
import type { LevelTariff } from '../find-tariff.ts';
import { ownShareOf } from '../own-share.ts';
import { travelBetween } from '../travel.ts';
import { eligibilityOf } from './eligibility.ts';
import { after, fromCursor, inOrder, toCursor } from './order.ts';
import { type Measures, partsOf, scoreOf } from './rank.ts';
import { reasonsOf } from './reasons.ts';

const measures = (rest: Partial<Measures> = {}): Measures => ({
  ...{ minutes: 30, days: 1, ownFen: 6000, level: 2, grade: '', specialist: false },
  ...rest,
});
const only = (name: 'travel' | 'wait' | 'cost' | 'capability') => ({
  ...{ travel: 0, wait: 0, cost: 0, capability: 0 },
  [name]: 100,
});
const score = (m: Partial<Measures>, weights: Parameters<typeof scoreOf>[1]) => scoreOf(partsOf(measures(m)), weights);

describe('the score', () => {
  it.each([
    ['travel', { minutes: 10 }, { minutes: 90 }],
    ['wait', { days: 0 }, { days: 6 }],
    ['wait', { days: 13 }, { days: null }],
    ['cost', { ownFen: 3000 }, { ownFen: 20_000 }],
    ['capability', { level: 3 }, { level: 2 }],
    ['capability', { level: 3, grade: '甲' }, { level: 3 }],
    ['capability', { specialist: true }, {}],
  ] as const)('by %s alone prefers %o to %o', (name, better, worse) => {
    expect(score(better, only(name))).toBeGreaterThan(score(worse, only(name)));
  });
  it('turns round with the weights', () => {
    const [near, strong] = [
      { minutes: 10, level: 2 },
      { minutes: 100, level: 3, grade: '甲' },
    ];
    expect(score(near, only('travel'))).toBeGreaterThan(score(strong, only('travel')));
    expect(score(near, only('capability'))).toBeLessThan(score(strong, only('capability')));
  });
  it('takes no weight at all as equal weights, and stays within 0 and 100', () => {
    const none = { travel: 0, wait: 0, cost: 0, capability: 0 };
    expect(score({}, none)).toBe(score({}, { travel: 7, wait: 7, cost: 7, capability: 7 }));
    expect(score({ minutes: 0, days: 0, ownFen: 0, level: 3, grade: '甲', specialist: true }, none)).toBe(100);
  });
});

describe('the reasons', () => {
  const best = { minutes: 10, days: 0, ownFen: 4000, capability: 75 };
  const told = { measures: measures({ minutes: 10, days: 5 }), km: 2, date: '2026-11-30' };
  const say = (weights: Parameters<typeof scoreOf>[1]) =>
    reasonsOf({ ...told, parts: partsOf(told.measures) }, best, weights).map(({ id, tone }) => `${tone} ${id}`);
  it('follow the weights', () => {
    expect(say(only('travel'))).toEqual(['for nearest']);
    expect(say(only('wait'))).toEqual(['against wait']);
    expect(say({ travel: 50, wait: 50, cost: 0, capability: 0 })).toEqual(['for nearest', 'against wait']);
  });
  it('say the missing number rather than nothing', () => {
    const none = measures({ days: null });
    const [reason] = reasonsOf({ measures: none, parts: partsOf(none), km: 2, date: null }, best, only('wait'));
    expect(reason).toMatchObject({ tone: 'against', id: 'no-number' });
  });
});

it('pages neither repeat nor skip, and those who are not seen there come last', () => {
  const place = (facilityId: string, score: number, can = true) => ({ facilityId, score, eligible: { can } });
  const all = [place('C', 90, false), place('B', 50.25), place('A', 50.25), place('D', 80)].sort(inOrder);
  expect(all.map(({ facilityId }) => facilityId)).toEqual(['D', 'A', 'B', 'C']);
  const rest = all.filter(after(fromCursor(toCursor(all[1] as (typeof all)[number]))));
  expect(rest.map(({ facilityId }) => facilityId)).toEqual(['B', 'C']);
  expect(all.filter(after(fromCursor('nonsense')))).toHaveLength(4);
});

describe('who is seen where', () => {
  it.each([
    ['07', { ageYears: 13 }, null],
    ['07', { ageYears: 14 }, 'children-only'],
    ['07.01', { ageYears: 3 }, 'newborns-only'],
    ['05.01', { sex: 'male' as const }, 'women-only'],
    ['05.01', {}, null],
    ['03.04', { ageYears: 80, sex: 'male' as const }, null],
    ['03.10', { ageYears: 30 }, 'older-only'],
  ])('%s for %o: %s', (code, person, rule) => {
    expect(eligibilityOf(code, person).rule).toBe(rule);
  });
});

it('knows the usual first door of a family', () => {
  expect(isOfFamily('05.02', '05')).toBe(true);
  expect(isOfFamily('050', '05')).toBe(false);
  expect(doorRank('05.01', '05')).toBeLessThan(doorRank('05.02', '05'));
  expect(doorRank('05.02', '05', true)).toBeLessThan(doorRank('05.01', '05', true));
});

it('charges the deductible first, then what the insurance leaves', () => {
  const tariff: LevelTariff = {
    ...{ level: 3, validFrom: '2026-01-01', visitFeeFen: 1500, furtherFen: 20_000, deductibleFen: 10_000 },
    ...{ paidShare: 0.5, paidShareReferred: 0.6, source: 's' },
  };
  expect(ownShareOf(tariff, 3000)).toEqual({ ownFen: 16_500, ownReferredFen: 15_200, billFen: 23_000, feeFen: 3000 });
  expect(ownShareOf({ ...tariff, deductibleFen: 90_000 }, null)?.ownFen).toBe(21_500);
  expect(ownShareOf(undefined, 3000)).toBeNull();
});

it('estimates a journey by road', () => {
  const chengdu = { lon: 104.066, lat: 30.573 };
  expect(travelBetween(chengdu, chengdu)).toEqual({ km: 0, minutes: 10 });
  const { km, minutes } = travelBetween(chengdu, { lon: 104.412, lat: 30.862 });
  expect(km).toBeGreaterThan(50);
  expect(km).toBeLessThan(70);
  expect(minutes).toBeGreaterThan(60);
});
