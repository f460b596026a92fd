import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  type Breaker,
  type BreakerPolicy,
  backoffMs,
  beforeCall,
  healthy,
} from './breaker.ts';
import { HisError, type HisErrorKind, isIllHealth, retryAfterMs } from './errors.ts';

const policy: BreakerPolicy = { threshold: 3, baseMs: 1_000, capMs: 60_000, probeMs: 10_000 };
const open = (failures: number, notBefore: number): Breaker => ({ phase: 'open', failures, notBefore });

test.each([
  [1, 0, 500],
  [1, 0.999, 1_000],
  [2, 0, 1_000],
  [4, 0.5, 6_000],
  [7, 0, 30_000],
  [8, 0.999, 59_970],
  [1_000, 0, 30_000],
])('after %i failures and chance %d the wait is %i ms', (failures, chance, wait) => {
  expect(backoffMs(failures, policy, chance)).toBe(wait);
});

describe('a failure', () => {
  test.each<[string, Breaker, number, Breaker]>([
    ['the first leaves it closed, but waits', healthy, 0, { phase: 'closed', failures: 1, notBefore: 10_500 }],
    [
      'the second too',
      { phase: 'closed', failures: 1, notBefore: 0 },
      0,
      { phase: 'closed', failures: 2, notBefore: 11_000 },
    ],
    ['the third opens it', { phase: 'closed', failures: 2, notBefore: 0 }, 0, open(3, 12_000)],
    ['of the probe opens it again, for longer', { phase: 'half-open', failures: 3, notBefore: 0 }, 0, open(4, 14_000)],
    ['with a wish of the hospital waits as long', healthy, 5_000, { phase: 'closed', failures: 1, notBefore: 15_000 }],
    ['with a wish beyond all measure is capped', healthy, 9e9, { phase: 'closed', failures: 1, notBefore: 70_000 }],
  ])('%s', (_name, state, wish, expected) => {
    expect(afterFailure(state, 10_000, 0, policy, wish)).toEqual(expected);
  });
});

describe('leave for a call', () => {
  test.each<[string, Breaker, number, boolean, Breaker['phase']]>([
    ['closed and healthy', healthy, 0, true, 'closed'],
    ['closed, but too early', { phase: 'closed', failures: 1, notBefore: 500 }, 499, false, 'closed'],
    ['closed, in time', { phase: 'closed', failures: 1, notBefore: 500 }, 500, true, 'closed'],
    ['open, too early', open(3, 500), 499, false, 'open'],
    ['open, in time: the probe', open(3, 500), 500, true, 'half-open'],
    ['a probe is under way', { phase: 'half-open', failures: 3, notBefore: 900 }, 600, false, 'half-open'],
    ['the probe was lost', { phase: 'half-open', failures: 3, notBefore: 900 }, 900, true, 'half-open'],
  ])('%s', (_name, state, now, allowed, phase) => {
    const leave = beforeCall(state, now, policy);
    expect(leave.allowed).toBe(allowed);
    expect(leave.state.phase).toBe(phase);
    if (!leave.allowed) expect(leave.waitMs).toBe(state.notBefore - now);
  });

  test('only one of two callers gets the probe', () => {
    const first = beforeCall(open(3, 500), 500, policy);
    expect(beforeCall(first.state, 501, policy).allowed).toBe(false);
  });

  test('success heals from anywhere', () => expect(afterSuccess()).toEqual(healthy));
});

test.each<[HisErrorKind, number | undefined, boolean]>([
  ['timeout', undefined, true],
  ['foreign-link', undefined, true],
  ['http', 500, true],
  ['http', 429, true],
  ['http', 401, true],
  ['http', 404, false],
  ['http', 409, false],
  ['http', 412, false],
  ['http', 422, false],
])('%s %s is ill health: %s', (kind, status, ill) => {
  expect(isIllHealth(new HisError(kind, 'x', status ? { status } : {}))).toBe(ill);
});

test.each([
  [undefined, undefined],
  ['7', 7_000],
  ['Mon, 23 Nov 2026 08:00:10 GMT', 10_000],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %s is %s ms', (header, wait) => {
  expect(retryAfterMs(header, Date.parse('2026-11-23T08:00:00Z'))).toBe(wait);
});
