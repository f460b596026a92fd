import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoIdentity } from './demo-identity.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await fillHospital(db, 3);
  await db.pool.query(
    `insert into facilities (id, name, kind, level, region_code, region_path, bookable)
     values ('T510121109', '三溪镇卫生院', 'township_centre', 4, '510121000000', '510121000000/', false)`,
  );
});
afterAll(() => db.close());

it('the demo’s desk has true-to-life cases, once', async () => {
  expect(await openDemoIdentity(db.url, secret)).toBe(true);
  expect(await openDemoIdentity(db.url, secret)).toBe(false);
  const { rows } = await db.pool.query<{ id: string; status: string; rule: string }>(
    `select source_id as id, status, rule from identity_reviews where facility_id = 'H0053' order by source_id`,
  );
  expect(rows.map((row) => `${row.id} ${row.status} ${row.rule}`)).toEqual([
    'demo-1 open not-enough',
    'demo-2 open id-number-but-name',
    'demo-3 open id-number-nearly',
    'demo-4 open not-enough',
    'demo-5 auto likeness',
    'demo-7 open may-be-twins',
    'demo-8 open unnamed',
    'demo-9 open not-enough',
  ]);
  const both = await db.pool.query(
    `select source_id as id from identity_reviews where other_facility_id = 'T510121109'`,
  );
  expect(both.rows).toEqual([{ id: 'demo-9' }]);
});
