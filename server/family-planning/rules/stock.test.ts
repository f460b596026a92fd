import { expect, it } from 'vitest';
import { lastsUntil, quarterEnd, stateOf } from './stock.ts';

it.each([
  ['2026-11-23', 'expired'],
  ['2026-11-24', 'expiring'],
  ['2027-02-22', 'expiring'],
  ['2027-02-23', 'good'],
] as const)('a batch of %s is %s on 2026-11-24', (expiresOn, state) => {
  expect(stateOf(expiresOn, '2026-11-24')).toBe(state);
});

it.each([
  ['2026-01-01', '2026-03-31'],
  ['2026-06-30', '2026-06-30'],
  ['2028-02-29', '2028-03-31'],
  ['2026-11-24', '2026-12-31'],
])('the quarter of %s ends on %s', (day, end) => {
  expect(quarterEnd(day)).toBe(end);
});

it('says until when it lasts, and nothing where nothing goes out', () => {
  expect(lastsUntil(30, 90, '2026-11-24')).toBe('2026-12-24');
  expect(lastsUntil(31, 90, '2026-11-24')).toBe('2026-12-25');
  expect(lastsUntil(0, 0, '2026-11-24')).toBe('2026-11-24');
  expect(lastsUntil(5, 0, '2026-11-24')).toBeNull();
});
