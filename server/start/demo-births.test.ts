import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoBirths } from './demo-births.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const secret = 'a secret of thirty-two characters';

it('a sample resident has what a hospital told of births and methods, sealed, and once', async () => {
  expect(await openDemoBirths(db.url, secret)).toBe(false);
  await db.pool.query(
    `insert into regions (code, level, name, path) values ('519900000000', 3, '试', '519900000000/')`,
  );
  await db.pool.query(
    `insert into facilities (id, name, kind, level, region_code, region_path)
     values ('H8801', '试妇幼保健院', 'hospital', 2, '519900000000', '519900000000/')`,
  );
  await db.pool.query(
    `insert into residents (id, name, sex, birth_date, sample) values ($1, '陈晓燕', 'female', '1988-04-12', true)`,
    [randomUUID()],
  );
  expect(await openDemoBirths(db.url, secret)).toBe(true);
  expect(await openDemoBirths(db.url, secret)).toBe(false);
  const { rows } = await db.pool.query(`select topic, count(*)::int as n from record_entries group by topic`);
  expect(rows).toEqual([{ topic: 'family_planning', n: 6 }]);
});
