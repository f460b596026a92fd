import { describe, expect, it } from 'vitest';
import { afterAwake, backAt, morningAfter, placeOf, type ReturnFacts } from './return-rules.ts';

const at = (day: number, time: string) => new Date(`2027-03-${day}T${time}:00+08:00`);
const rules = { returnFromMinutes: 10, returnToMinutes: 120 };

describe('the night', () => {
  it.each([
    [at(10, '22:59'), null],
    [at(10, '23:00'), at(11, '06:00')],
    [at(11, '05:59'), at(11, '06:00')],
    [at(11, '06:00'), null],
  ])('%s ends %s', (now, morning) => expect(morningAfter(now)).toEqual(morning));

  it.each([
    [at(10, '10:00'), 120, at(10, '12:00')],
    [at(10, '22:30'), 30, at(10, '23:00')],
    [at(10, '22:30'), 120, at(11, '07:30')],
    [at(11, '03:00'), 10, at(11, '06:10')],
    [at(10, '22:00'), 60 * 17 + 120, at(12, '07:00')],
  ])('does not count: %s and %i minutes', (start, minutes, end) => expect(afterAwake(start, minutes)).toEqual(end));
});

describe('a returned number', () => {
  const close = at(17, '11:30');
  it('rests between 10 and 120 minutes of day, spread over all of them', () => {
    const times = Array.from({ length: 12 }, (_, i) => backAt(at(10, '10:00'), close, rules, i / 12).getTime());
    expect(new Date(times[0] ?? 0)).toEqual(at(10, '10:10'));
    expect(new Set(times.map((time) => Math.floor(time / 600_000))).size).toBeGreaterThan(10);
    expect(backAt(at(10, '10:00'), close, rules, 0.999_999).getTime()).toBeLessThan(at(10, '12:00').getTime());
    expect(backAt(at(11, '02:00'), close, rules, 0)).toEqual(at(11, '06:10'));
  });
  it('leaves the public at least half of the time left before the close, and is never back at once', () => {
    for (const chance of [0, 0.5, 0.999]) {
      const back = backAt(at(17, '11:00'), close, rules, chance);
      expect(back.getTime()).toBeGreaterThan(at(17, '11:00').getTime());
      expect(back.getTime()).toBeLessThanOrEqual(at(17, '11:15').getTime());
    }
  });

  const open: ReturnFacts = { status: 'published', releaseAt: at(3, '08:00'), closeAt: close, waited: false };
  it.each([
    ['it came back and nobody waits', open, 'public', 'returned', 'quarantined'],
    ['it is new and nobody waits', open, 'public', 'added', 'free'],
    ['it is new and somebody waits', { ...open, waited: true }, 'public', 'added', 'quarantined'],
    ['it is the desk’s', { ...open, waited: true }, 'desk', 'returned', 'free'],
    ['it is an extra one', open, 'extra', 'returned', 'free'],
    ['the clinic is stopped', { ...open, status: 'suspended' }, 'public', 'returned', 'suspended'],
    ['it is not yet released', { ...open, releaseAt: at(11, '08:00') }, 'public', 'returned', 'free'],
    ['booking is over', { ...open, closeAt: at(10, '09:00') }, 'public', 'returned', 'free'],
  ] as const)('when %s', (_, session, pool, cause, place) =>
    expect(placeOf(session, pool, cause, at(10, '10:00'))).toBe(place),
  );
});
