import { expect, it } from 'vitest';
import { upperBound } from './upper-bound.ts';

it.each([
  [0, 2543, 0.001177], // the published figure of domain.md E3
  [0, 10, 0.258866],
  [0, 1, 0.95],
  [1, 10, 0.394163],
  [5, 100, 0.102253],
  [50, 100, 0.586378],
  [10, 10, 1],
])('%i of %i: at most %f', (found, all, bound) => expect(upperBound(found, all)).toBeCloseTo(bound, 5));

it('has nothing to say of nobody, and falls as more are seen', () => {
  expect(upperBound(0, 0)).toBeNull();
  const bounds = [10, 100, 1000, 100_000].map((all) => upperBound(0, all) ?? 0);
  expect([...bounds].sort((a, b) => b - a)).toEqual(bounds);
});
