import { expect, it } from 'vitest';
import { isUnplaced, outcomeOf, type Standing } from './rules.ts';

const cases: [Partial<Standing>, string, boolean][] = [
  [{}, 'none', true],
  [{ call: 'no-answer' }, 'none', true],
  [{ call: 'thinking' }, 'none', true],
  [{ call: 'gives-up' }, 'gives-up', false],
  [{ offer: 'open' }, 'offered', false],
  [{ offer: 'open', call: 'gives-up' }, 'offered', false],
  [{ offer: 'declined' }, 'declined', true],
  [{ offer: 'lapsed' }, 'lapsed', true],
  [{ offer: 'lapsed', call: 'gives-up' }, 'gives-up', false],
  [{ offer: 'accepted', placed: true }, 'placed', false],
  [{ offer: 'declined', placed: true }, 'placed', false],
  // accepted, and the new appointment given up again
  [{ offer: 'accepted' }, 'declined', true],
];

it.each(cases)('%o stands as %s, still to be placed: %s', (standing, outcome, unplaced) => {
  const where = outcomeOf({ placed: false, offer: null, call: null, ...standing });
  expect(where).toBe(outcome);
  expect(isUnplaced(where)).toBe(unplaced);
});
