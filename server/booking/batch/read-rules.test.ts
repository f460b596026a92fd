import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookingRules } from '#db/schema/schedules.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { transact } from '../../kernel/transaction.ts';
import { findRules } from '../../schedules/find-rules.ts';
import { readRules } from './read-rules.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
});
afterAll(() => db.close());

const days = ['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01', '2026-09-01'];

it('gives each facility on each day the rules that a booking of its own finds', async () => {
  const [own, none] = [await mintFacility(db), await mintFacility(db)];
  const set = (facilityId: string, effectiveFrom: string, perDay: number) => ({
    ...{ facilityId, effectiveFrom, perDay, releaseTime: '08:30', setBy: 'test' },
  });
  const expectAlike = async () => {
    const rulesFor = await transact(db, (tx) => readRules(tx, [own.facilityId, none.facilityId]));
    for (const { facilityId } of [own, none])
      for (const day of days) expect(rulesFor(facilityId, day)).toEqual(await findRules(db.pool, facilityId, day));
    return days.map((day) => [rulesFor(own.facilityId, day).perDay, rulesFor(none.facilityId, day).perDay]);
  };
  const [before] = await expectAlike();
  await db.orm
    .insert(bookingRules)
    .values([
      set(own.facilityId, '2026-04-01', 4),
      set(own.facilityId, '2026-06-01', 5),
      set('province', '2026-05-01', 3),
      set('province', '2026-09-01', 2),
    ]);
  expect(await expectAlike()).toEqual([before, [4, before?.[1]], [4, 3], [5, 3], [5, 2]]);
});
