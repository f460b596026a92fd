import { describe, expect, it, test } from 'vitest';
import type { HisErrorKind } from '#fhir/client/errors.ts';
import type { Endpoint } from '../registry.ts';
import { nextRefreshAt, troubleOf, whyNotAsked } from './rules.ts';

const now = new Date('2026-11-23T08:00:00Z');
const secondsOn = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const well = { enabled: true, failures: 0, nextTryAt: null } as Endpoint;

describe('a hospital', () => {
  test.each<[string, Partial<Endpoint>, string | null]>([
    ['that is well is asked', {}, null],
    ['that was switched off is not', { enabled: false }, 'off'],
    ['that failed a moment ago is left alone', { failures: 1, nextTryAt: secondsOn(1) }, 'resting'],
    ['that failed once, a while ago, is asked', { failures: 1, nextTryAt: secondsOn(-1) }, null],
    ['whose breaker is open is left alone', { failures: 3, nextTryAt: secondsOn(60) }, 'resting'],
    ['that is due for a try is left to the regular pull', { failures: 3, nextTryAt: secondsOn(-1) }, 'resting'],
  ])('%s', (_, change, expected) => expect(whyNotAsked({ ...well, ...change }, now)).toBe(expected));

  it('that is not registered any more is not asked', () => expect(whyNotAsked(null, now)).toBe('off'));
});

test.each<[HisErrorKind, number | undefined, string]>([
  ['timeout', undefined, 'slow'],
  ['network', undefined, 'silent'],
  ['truncated', undefined, 'silent'],
  ['http', 401, 'refusing'],
  ['http', 403, 'refusing'],
  ['http', 429, 'busy'],
  ['http', 503, 'failing'],
  ['bad-json', undefined, 'unreadable'],
  ['too-large', undefined, 'unreadable'],
  ['foreign-link', undefined, 'unreadable'],
])('a failure of kind %s %s is told as %s', (kind, status, trouble) => {
  expect(troubleOf({ kind, status })).toBe(trouble);
});

it('may be asked for again two minutes later, not before', () => {
  expect(nextRefreshAt(secondsOn(-119), now)).toEqual(secondsOn(1));
  expect(nextRefreshAt(secondsOn(-120), now)).toBeNull();
});
