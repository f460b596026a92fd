import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { draftDemoPlaces } from './demo-places.ts';

// it maps every hospital it finds, so not beside other tests' hospitals
describe.skipIf(inject('testServer').shared)('the demo’s maps', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db?.close());

  it('are drawn up for each hospital without one, once', async () => {
    const houses = [await mintFacility(db), await mintFacility(db)];
    const made = await draftDemoPlaces(db);
    expect(await draftDemoPlaces(db)).toBe(0);
    const { rows } = await db.pool.query(
      `select facility_id as id, count(*)::int as n, bool_and(sample) as sample,
         count(*) filter (where department_id is not null)::int as rooms
       from places group by facility_id`,
    );
    expect(rows.map((row) => row.id).sort()).toEqual(houses.map((house) => house.facilityId).sort());
    expect(rows.every((row) => row.sample && row.rooms > 0)).toBe(true);
    expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(made);
  });
});
