import { expect, it } from 'vitest';
import type { LedgerFinding } from '#db/schema/ledger.ts';
import { mendsFor } from './rules.ts';

const of = (over: Partial<Exclude<LedgerFinding, { kind: 'count' }>>): LedgerFinding => ({
  ...{ kind: 'unbacked', number: 3, status: 'free', wants: 'booked', holders: 1 },
  ...over,
});

it.each([
  ['held', 'held'],
  ['booked', 'booked'],
  ['used', 'used'],
  ['over', 'booked'],
  ['kept', 'held'],
])('gives a number back to a holder of the kind %s as %s', (wants, to) => {
  expect(mendsFor([of({ wants })])).toEqual({ mends: [{ number: 3, status: 'free', to }] });
});

it('locks away a number that nobody has, and leaves the count to follow the numbers', () => {
  const findings = [
    { kind: 'count', tickets: 3, released: 4 } as const,
    of({ kind: 'unheld', wants: null, holders: 0 }),
  ];
  expect(mendsFor(findings)).toEqual({ mends: [{ number: 3, status: 'free', to: 'suspended' }] });
});

it('settles nothing at all while two people have one number', () => {
  expect(mendsFor([of({}), of({ kind: 'double', number: 7, holders: 2 })])).toEqual({ stuck: 7 });
});
