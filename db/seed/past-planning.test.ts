import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { seedPastPlanning } from './past-planning.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const codes = ['510121101', '510121102', '510121103', '510121109', '510182101', '510131101', '510722101'];
  for (const code of codes) {
    const path = `510000000000/${code.slice(0, 4)}00000000/${code.slice(0, 6)}000000/${code}000/`;
    await db.pool.query(`insert into regions (code, level, name, path) values ($1, 4, $1, $2)`, [`${code}000`, path]);
    await db.pool.query(
      `insert into facilities (id, name, kind, level, region_code, region_path) values ($1, $1, 'township_centre', 1, $2, $3)`,
      [`T${code}`, `${code}000`, path],
    );
  }
});
afterAll(() => db.close());

const count = async (text: string) =>
  Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n);

it('two years of family planning are of nobody, end with last month, keep their order, and come once', async () => {
  const client = await db.pool.connect();
  try {
    expect(await seedPastPlanning(client, '2026-05-04')).toBeGreaterThan(4000);
    expect(await seedPastPlanning(client, '2026-06-01')).toBe(0);
  } finally {
    client.release();
  }
  expect(await count(`contraceptive_services where served_on not between '2025-05-01' and '2026-04-30'`)).toBe(0);
  expect(await count(`fertility_registrations where registered_on > '2026-04-30' or valid_until < registered_on`)).toBe(
    0,
  );
  expect(await count(`planning_follow_ups where due_on >= '2026-05-04' or state not in ('done', 'lost')`)).toBe(0);
  expect(await count(`planning_follow_ups where kind = 'outcome' and state = 'done'`)).toBeGreaterThan(30);
  expect(await count(`planning_follow_ups where facility_id = 'T510121109'`)).toBe(0);
  expect(await count('planning_enrolments')).toBe(0);
});
