import { describe, expect, it } from 'vitest';
import { isWithin } from './policy.ts';
import { childCode, type FacilityFigures, healthOf, isTrouble, medianWait, sumFigures, type Waits } from './rules.ts';

const now = new Date('2026-11-24T10:00:00+08:00');
const minutesAgo = (n: number) => new Date(now.getTime() - n * 60_000);

describe('scope by path (B9)', () => {
  it.each([
    ['51/5101/510104/', '51/', true],
    ['51/5101/510104/', '51/5101/510104/', true],
    ['51/5101/', '51/5101/510104/', false], // above one's own region
    ['51/5102/510204/', '51/5101/', false],
    ['51/51010/', '51/5101/', false], // a code that begins alike is another region
    ['51/5101/', '', false],
  ])('%s below %s: %s', (path, top, expected) => expect(isWithin(path, top)).toBe(expected));
});

describe('health of a connection', () => {
  it.each([
    [{ enabled: true, state: 'ok', lastMessageAt: minutesAgo(1) }, 'ok', false],
    [{ enabled: true, state: 'ok', lastMessageAt: minutesAgo(10) }, 'ok', false],
    [{ enabled: true, state: 'ok', lastMessageAt: minutesAgo(10.1) }, 'late', true],
    [{ enabled: true, state: 'failing', lastMessageAt: minutesAgo(1) }, 'failing', true],
    [{ enabled: false, state: 'ok', lastMessageAt: minutesAgo(1) }, 'stopped', true],
    [{ enabled: true, state: 'stopped', lastMessageAt: null }, 'stopped', true],
    [{ enabled: true, state: 'new', lastMessageAt: null }, 'new', false],
  ] as const)('%j → %s', (endpoint, health, trouble) => {
    expect(healthOf(endpoint, now)).toBe(health);
    expect(isTrouble(health)).toBe(trouble);
  });
});

describe('median wait', () => {
  it.each<[string, [number | null, number][], number | null]>([
    ['nobody', [], null],
    ['one', [[3, 1]], 3],
    [
      'two: the lower',
      [
        [1, 1],
        [9, 1],
      ],
      1,
    ],
    [
      'three',
      [
        [0, 1],
        [2, 1],
        [9, 1],
      ],
      2,
    ],
    [
      'those without a number rank last',
      [
        [0, 2],
        [null, 1],
      ],
      0,
    ],
    [
      'most have none',
      [
        [0, 1],
        [null, 2],
      ],
      null,
    ],
    [
      'unsorted',
      [
        [7, 5],
        [0, 1],
        [2, 1],
      ],
      7,
    ],
  ])('%s', (_name, waits, expected) => expect(medianWait(new Map(waits))).toBe(expected));
});

describe('sums', () => {
  const facility = (over: Partial<FacilityFigures>): FacilityFigures => ({
    regionPath: '51/5101/510104/',
    hospital: true,
    health: 'ok',
    released: 10,
    taken: 4,
    bookingsNext: 3,
    bookingsLast: 1,
    waits: new Map([[1, 2]]) as Waits,
    ...over,
  });
  it('add up, and never average averages', () => {
    const small = facility({ released: 2, taken: 2, waits: new Map([[null, 1]]) as Waits, health: 'failing' });
    const clinic = facility({ hospital: false, health: null, released: 0, taken: 0, waits: new Map() });
    expect(sumFigures([facility({}), small, clinic])).toEqual({
      bookingsNext: 9,
      bookingsLast: 3,
      released: 12,
      taken: 6,
      wait: { medianDays: 1, departments: 3, withoutFree: 1 },
      hospitals: 2,
      connected: 2,
      troubled: 1,
    });
    expect(sumFigures([]).wait).toEqual({ medianDays: null, departments: 0, withoutFree: 0 });
  });
  it.each([
    ['51/5101/510104/', 1, '5101'],
    ['51/5101/510104/', 2, '510104'],
    ['51/5101/510104/', 3, ''],
  ])('%s seen from level %i belongs to "%s"', (path, level, code) => expect(childCode(path, level)).toBe(code));
});
