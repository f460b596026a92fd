import { expect, it } from 'vitest';
import { verdictOf } from './verdict.ts';

const total = (visits: number | null, urgent: number | null, urgentAtMost: number | null) => ({
  ...{ visits, urgent, urgentAtMost, first: 0, among: 0, rerouted: 0 },
});
const cases = (missed: number) => ({ stored: 400, passing: 390, emergencies: 200, missed });

it.each([
  ['a missed case outweighs all else', 1, total(5000, 0, 0.0006), 'missed'],
  ['more urgent visits than the bar', 0, total(500, 6, 0.024), 'urgent'],
  ['nothing seen, but too few visits', 0, total(100, 0, 0.03), 'open'],
  ['no visits at all', 0, total(0, 0, null), 'open'],
  ['hidden counts', 0, total(null, null, null), 'open'],
  ['a bound below the bar', 0, total(1000, null, 0.0091), 'kept'],
] as const)('%s', (_name, missed, sum, verdict) =>
  expect(verdictOf({ cases: cases(missed), total: sum, bar: 0.01 })).toBe(verdict),
);
