import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mayRead } from '../consents/rules.ts';
import { topics } from '../consents/schema.ts';
import { type ConsentHouse, consentHouse } from '../consents/testing/consent-house.ts';
import { systemActor } from '../kernel/test-context.ts';
import type { RecordScope } from './scope.ts';
import { readRecord, visible } from './visible.ts';

let house: ConsentHouse;
beforeAll(async () => {
  house = await consentHouse();
});
afterAll(() => house.db.close());
const whose = () => ({ residentId: house.residentId });

it('the database shows of an opening exactly what the rule shows', async () => {
  const opening = fc.record({
    view: fc.constant('staff' as const),
    topics: fc.subarray([...topics]),
    types: fc.option(fc.subarray(['Condition', 'Immunization']), { nil: null }),
    hidden: fc.subarray(house.entries.map((entry) => entry.id)),
    ownFacility: fc.constantFrom(null, house.own, house.other),
  });
  const shown = async (scope: RecordScope) => {
    const text = `select e.id from record_entries e where ${visible}`;
    const rows = await readRecord<{ id: string }>(house.me(), scope, { name: 'shown-entries', text });
    return rows.map((row) => row.id).sort();
  };
  await fc.assert(
    fc.asyncProperty(opening, async (one) => {
      const byRule = house.entries.filter((entry) => mayRead(one, entry).may).map((entry) => entry.id);
      expect(await shown({ ...one, ...whose(), ground: null, reader: systemActor() })).toEqual(byRule.sort());
    }),
    { numRuns: 60 },
  );
});
