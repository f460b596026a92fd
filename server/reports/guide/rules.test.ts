import { describe, expect, it } from 'vitest';
import { addTally, figuresOf, hideSmall, monthBefore, noVisits } from './rules.ts';
import { upperBound } from './upper-bound.ts';

const tally = (visits: number, urgent: number) => ({ visits, first: visits, among: visits, rerouted: 0, urgent });

describe('small numbers', () => {
  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
    [400, 400],
  ])('%i is shown as %s', (n, shown) => expect(hideSmall(n)).toBe(shown));
  it('of few visits show nothing at all', () => {
    expect(Object.values(figuresOf(tally(4, 1)))).toEqual([null, null, null, null, null, null]);
    expect(figuresOf(noVisits)).toMatchObject({ visits: 0, urgentAtMost: null });
  });
  it('give the same bound whatever the hidden count, and never a better one', () => {
    const bounds = [1, 2, 3, 4].map((urgent) => figuresOf(tally(500, urgent)));
    expect(new Set(bounds.map(({ urgentAtMost }) => urgentAtMost)).size).toBe(1);
    expect(bounds[0]).toMatchObject({ urgent: null, urgentAtMost: upperBound(4, 500) });
    expect(figuresOf(tally(500, 0)).urgentAtMost).toBe(upperBound(0, 500));
    expect(figuresOf(tally(500, 9))).toMatchObject({ urgent: 9, urgentAtMost: upperBound(9, 500) });
  });
});

it('tallies add up', () => expect(addTally(tally(3, 1), tally(4, 2))).toEqual(tally(7, 3)));

it.each([
  ['2026-11', 0, '2026-11'],
  ['2026-11', 5, '2026-06'],
  ['2026-02', 3, '2025-11'],
])('%s less %i months is %s', (month, back, before) => expect(monthBefore(month, back)).toBe(before));
