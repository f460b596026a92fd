import { describe, expect, it } from 'vitest';
import { areaIds, complaints, fits } from './body/areas.ts';
import { figureOf, views } from './body/figures.ts';
import { ageOf, emptyWish, factsOf, monthsBetween, type Patient, personOf, readWish } from './wish.ts';

const child: Patient = { id: 'c', name: '小明', relation: 'child', sex: 'male', ageMonths: 20 };
const mother: Patient = { id: 'm', name: '李华', relation: 'self', sex: 'female', ageMonths: 33 * 12 };

const form = (entries: [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe('the form', () => {
  it('is read as it was sent, and nothing else is believed', () => {
    const wish = readWish(
      form([
        ['who', 'm'],
        ['since', 'forever'],
        ['sex', 'x'],
        ['area', 'nowhere'],
        ['text', `  ${'痛'.repeat(600)}`],
        ['say', 'cough'],
        ['say', 'cough'],
        ['say', 'fever'],
      ]),
    );
    expect(wish).toMatchObject({ who: 'm', since: '', sex: '', area: null, pregnant: false, says: ['cough', 'fever'] });
    expect(wish.text).toHaveLength(500);
  });
  it.each([
    ['3', 'years', 36],
    ['10', 'months', 10],
    ['', 'years', null],
    ['200', 'years', null],
    ['-1', 'years', null],
  ] as const)('%s %s are %s months', (age, ageUnit, months) => {
    expect(ageOf({ age, ageUnit })).toBe(months);
  });
  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2025-02-10', '2026-02-09', 11],
    ['2025-02-10', '2026-02-10', 12],
    ['2026-03-01', '2026-02-01', 0],
  ])('from %s to %s there are %i full months', (birth, day, months) => {
    expect(monthsBetween(birth, day)).toBe(months);
  });
});

describe('facts', () => {
  const people = [mother, child];
  it('of the family come from the family, not from fields left over', () => {
    const wish = { ...emptyWish('c'), age: '70', sex: 'female' as const, pregnant: true, since: 'days' as const };
    expect(factsOf(wish, people)).toEqual({ ageMonths: 20, sex: 'male', days: 3 });
  });
  it('say pregnant only where it can be', () => {
    expect(factsOf({ ...emptyWish('m'), pregnant: true }, people)).toEqual({
      ageMonths: 396,
      sex: 'female',
      pregnant: true,
    });
    const old = { ...emptyWish('other'), age: '70', sex: 'female' as const, pregnant: true };
    expect(factsOf(old, people)).toEqual({ ageMonths: 840, sex: 'female' });
  });
  it('of somebody else may be left out', () => {
    expect(factsOf(emptyWish('other'), people)).toEqual({});
  });
});

describe('the body map', () => {
  it('offers something for every person in every area', () => {
    for (const facts of [{}, { ageMonths: 20 }, { sex: 'male' as const }, { sex: 'female' as const, ageMonths: 400 }]) {
      for (const area of areaIds)
        expect(complaints[area].filter((c) => fits(c, personOf(facts))).length).toBeGreaterThan(0);
    }
  });
  it('asks no boy about periods and no adult about bedwetting', () => {
    const offered = (facts: Parameters<typeof personOf>[0]) =>
      areaIds.flatMap((area) => complaints[area].filter((c) => fits(c, personOf(facts))).map((c) => c.id));
    expect(offered({ sex: 'male' })).not.toContain('periodPain');
    expect(offered({ ageMonths: 400 })).not.toContain('bedwetting');
    expect(offered({ ageMonths: 30 })).toContain('bedwetting');
  });
  it.each(views.flatMap((view) => [true, false].map((isChild) => ({ view, isChild }))))(
    'has places to press that a finger hits: %j',
    ({ view, isChild }) => {
      const { wide, high, zones } = figureOf(view, isChild);
      const scale = 288 / wide; // 18rem on the page
      for (const { area, at } of zones) {
        expect(Math.min(at[2], at[3]) * scale, area).toBeGreaterThanOrEqual(44);
        expect(at[0] >= 0 && at[1] >= 0 && at[0] + at[2] <= wide && at[1] + at[3] <= high, area).toBe(true);
      }
      for (const one of zones)
        for (const other of zones.filter((zone) => zone !== one)) {
          const apart =
            one.at[0] + one.at[2] <= other.at[0] ||
            other.at[0] + other.at[2] <= one.at[0] ||
            one.at[1] + one.at[3] <= other.at[1] ||
            other.at[1] + other.at[3] <= one.at[1];
          expect(apart, `${one.area} ${one.side} and ${other.area} ${other.side}`).toBe(true);
        }
    },
  );
});
