import { describe, expect, test } from 'vitest';
import * as r from './rules.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const rules = r.defaultRules;

describe('dated rules', () => {
  test('no row means the suggested defaults; stored times lose their seconds', () => {
    expect(r.rulesOf(null)).toEqual(rules);
    expect(r.rulesOf({ ...rules, releaseTime: '07:05:00', expertCancelTime: '17:30:00' })).toMatchObject({
      releaseTime: '07:05',
      expertCancelTime: '17:30',
    });
  });

  test.each([
    ['horizonDays', 6, 7],
    ['horizonDays', 91, 90],
    ['perDay', 0, 1],
    ['perDay', 6, 5],
    ['openMax', 21, 20],
    ['releaseTime', '12:01', '12:00'],
    ['expertCancelTime', '11:59', '12:00'],
    ['extraPerSession', 11, 10],
    ['cancelMinutes', 1441, 1440],
    ['closeMinutes', -1, 0],
  ] as const)('%s = %s is outside the bounds, %s is inside', (field, outside, inside) => {
    expect(r.breachOf({ ...rules, [field]: outside })?.field).toBe(field);
    expect(r.breachOf({ ...rules, [field]: inside })).toBeNull();
  });

  test('release, close and horizon', () => {
    expect(r.releaseAt('2026-05-20', rules)).toEqual(at('2026-05-06T08:00:00'));
    expect(r.closeAt({ endsAt: at('2026-05-20T12:00:00') }, rules)).toEqual(at('2026-05-20T11:30:00'));
    expect(r.horizonEnd('2026-05-06', rules)).toBe('2026-05-20');
  });
});

describe('until when a number can be cancelled', () => {
  const window = at('2026-05-20T09:00:00');
  test.each([
    ['ordinary', rules, '2026-05-20T07:00:00'],
    ['return', rules, '2026-05-20T07:00:00'],
    ['expert', rules, '2026-05-19T17:00:00'],
    ['special', rules, '2026-05-19T17:00:00'],
    ['mdt', { ...rules, expertCancelTime: '12:00' }, '2026-05-19T12:00:00'],
    ['ordinary', { ...rules, cancelMinutes: 0 }, '2026-05-20T09:00:00'],
  ] as const)('%s', (numberType, own, expected) => {
    expect(r.cancelBy({ date: '2026-05-20', numberType }, window, own)).toEqual(at(expected));
  });

  test('never later than the window', () => {
    const midnight = at('2026-05-19T16:00:00');
    expect(r.cancelBy({ date: '2026-05-20', numberType: 'expert' }, midnight, rules)).toEqual(midnight);
  });
});

describe('state of a session', () => {
  const now = at('2026-05-20T09:00:00');
  const open = {
    status: 'published' as const,
    releaseAt: at('2026-05-06T08:00:00'),
    closeAt: at('2026-05-20T11:30:00'),
    free: 1,
  };
  test.each([
    ['open', open],
    ['full', { ...open, free: 0 }],
    ['not-released', { ...open, releaseAt: at('2026-05-20T09:00:01') }],
    ['draw', { ...open, releaseAt: open.closeAt, drawClosesAt: at('2026-05-10T18:00:00') }],
    ['open', { ...open, drawClosesAt: at('2026-05-10T18:00:00') }],
    ['closed', { ...open, closeAt: now }],
    ['closed', { ...open, status: 'draft' as const }],
    ['closed', { ...open, status: 'ended' as const }],
    ['stopped', { ...open, status: 'suspended' as const, closeAt: now }],
    ['open', { ...open, releaseAt: now }],
  ])('%s', (state, facts) => {
    expect(r.sessionStateOf(facts, now)).toBe(state);
    expect(r.isBookable(facts, now)).toBe(state === 'open');
  });
});

describe('windows', () => {
  const start = at('2026-05-20T08:00:00');
  const end = at('2026-05-20T12:00:00');
  test.each([1, 7, 8, 9, 24, 100])(
    '%i numbers over four hours are spread evenly, in order, inside the session',
    (capacity) => {
      const windows = r.windowsFor(start, end, capacity);
      expect(windows.map((w) => w.number)).toEqual(Array.from({ length: capacity }, (_, i) => i + 1));
      expect(windows[0]?.start).toEqual(start);
      const sizes = Object.values(Object.groupBy(windows, (w) => w.start.toISOString())).map((w) => w?.length ?? 0);
      if (capacity >= 8) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      for (const w of windows) expect(w.end.getTime() - w.start.getTime()).toBe(30 * 60_000);
      expect(windows.at(-1)!.end.getTime()).toBeLessThanOrEqual(end.getTime());
    },
  );
  test('the last window is cut at the end of the session, and numbering can go on', () => {
    const windows = r.windowsFor(start, at('2026-05-20T08:40:00'), 2, 30, 11);
    expect(windows).toEqual([
      { number: 11, start, end: at('2026-05-20T08:30:00') },
      { number: 12, start: at('2026-05-20T08:30:00'), end: at('2026-05-20T08:40:00') },
    ]);
  });
});

test('referrals get the first numbers, the desk the last, everybody the rest', () => {
  const pools = Array.from({ length: 6 }, (_, i) => r.poolOf(i + 1, 6, { referral: 1, desk: 2 }));
  expect(pools).toEqual(['referral', 'public', 'public', 'public', 'desk', 'desk']);
  expect(r.isFairQuota(6, { referral: 1, desk: 2 })).toBe(true);
  expect(r.isFairQuota(6, { referral: 2, desk: 2 })).toBe(false);
  expect(r.isFairQuota(1, {})).toBe(true);
});

test.each([
  ['副主任医师', '主任医师', true],
  ['副主任医师', '副主任医师', true],
  ['主任医师', '副主任医师', false],
  ['主治医师', '', false],
  ['', '住院医师', true],
])('a substitute for a %s may be a %s: %s', (before, after, expected) =>
  expect(r.isLikeGrade(before, after)).toBe(expected),
);
