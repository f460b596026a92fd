import { describe, expect, it } from 'vitest';
import { verdictOf } from './news-rules.ts';
import {
  boundOf,
  breakerOf,
  type Cursor,
  joinLine,
  nextCursor,
  overlapMs,
  pollSeconds,
  sweepEveryMs,
} from './rules.ts';

const t = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const cursor = (change: Partial<Cursor> = {}): Cursor => ({
  since: t(0),
  raisedAt: t(0),
  settled: false,
  sweptAt: t(0),
  ...change,
});

describe('from which change a hospital is asked', () => {
  it.each<[string, Cursor | null, Date, Date | null]>([
    ['the first time for everything', null, t(0), null],
    ['then from before the mark, for what became visible late', cursor(), t(10), new Date(+t(0) - overlapMs)],
    ['after the overlap was read again only for what is newer', cursor({ settled: true }), t(10), new Date(+t(0) + 1)],
    ['and now and then for everything again', cursor({ settled: true }), new Date(+t(0) + sweepEveryMs), null],
    ['never from before the epoch', cursor({ since: new Date(0) }), t(10), new Date(0)],
  ])('%s', (_name, from, now, expected) => expect(boundOf(from, now)).toEqual(expected));

  const pulled = (startedAt: Date, newest: Date | null) => ({ startedAt, newest, bound: t(-1) });
  it.each<[string, Cursor | null, ReturnType<typeof pulled>, Partial<Cursor>]>([
    [
      "rises to the hospital's stamp",
      cursor(),
      pulled(t(40), t(38)),
      { since: t(38), raisedAt: t(40), settled: false },
    ],
    ['never falls', cursor(), pulled(t(5), t(-3)), { since: t(0), settled: false }],
    ['does not believe the future', cursor(), pulled(t(5), t(3600)), { since: t(5) }],
    ['is settled once the overlap is over', cursor(), pulled(t(30), null), { since: t(0), settled: true }],
    ['is unsettled by the next change', cursor({ settled: true }), pulled(t(90), t(80)), { settled: false }],
    ['starts at nothing where there is nothing', null, pulled(t(5), null), { since: new Date(0), sweptAt: t(5) }],
  ])('the mark %s', (_name, from, result, expected) => expect(nextCursor(from, result)).toMatchObject(expected));
});

it('hospitals are asked so often that the sum stays bearable', () => {
  expect([1, 32, 108, 216, 432, 2000].map(pollSeconds)).toEqual([15, 15, 15, 30, 60, 60]);
});

it('the breaker is open from the third failure on', () => {
  expect(breakerOf({ failures: 2, nextTryAt: null }).phase).toBe('closed');
  expect(breakerOf({ failures: 3, nextTryAt: t(1) })).toEqual({ phase: 'open', failures: 3, notBefore: +t(1) });
});

describe('the word of a hospital on an appointment', () => {
  const news = ['pending', 'booked', 'arrived', 'cancelled', 'rejected', 'noshow'] as const;
  it.each<[string, string, string[]]>([
    ['held', 'told', ['none', 'confirm', 'confirm', 'reject', 'reject', 'none']],
    ['booked', 'told', ['none', 'none', 'none', 'lose', 'lose', 'none']],
    ['arrived', 'told', ['none', 'none', 'none', 'none', 'none', 'none']],
    ['cancelled', 'pending', ['none', 'none', 'none', 'none', 'none', 'none']],
    ['cancelled', 'told', ['tell-again', 'tell-again', 'tell-again', 'none', 'none', 'none']],
    ['rejected', 'told', ['tell-again', 'tell-again', 'tell-again', 'none', 'none', 'none']],
  ])('that is %s here and %s', (status, hisState, expected) => {
    expect(news.map((one) => verdictOf({ status, hisState }, { status: one }))).toEqual(expected);
  });
});

describe('a hospital that finds no place to be read', () => {
  it('comes back at once when it is alone, and the later the more there are: ten ask a second, however many wait', () => {
    const line = new Map<string, Date>();
    expect(joinLine(line, 'H0', t(0), 0.5)).toEqual(t(0.1));
    for (let i = 1; i < 430; i += 1) joinLine(line, `H${i}`, t(0), 0.5);
    expect(joinLine(line, 'H430', t(0), 0.5)).toEqual(t(43.1));
    expect([...line.values()].filter((at) => at <= t(10))).toHaveLength(100);
  });

  it('waits for nobody who came back elsewhere meanwhile', () => {
    const line = new Map(Array.from({ length: 430 }, (_, i) => [`H${i}`, t(i / 10)]));
    expect(joinLine(line, 'H999', t(43), 0.5)).toEqual(t(43.1));
    expect([...line.keys()]).toEqual(['H999']);
  });
});
