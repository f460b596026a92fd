import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoReviews } from './demo-reviews.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s reviews of records', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 20);
    await db.pool.query(
      `insert into regions (code, level, name, path) values ('510100000000', 2, '成都市', '510100000000/')`,
    );
    for (const [table, column] of [
      ['regions', 'path'],
      ['facilities', 'region_path'],
    ])
      await db.pool.query(
        `update ${table} set ${column} = '510100000000/510121000000/' where ${column} = '510121000000/'`,
      );
  });
  afterAll(() => db?.close());

  it('have findings at every point of their way, once', async () => {
    expect(await openDemoReviews(db.url, secret)).toBe(true);
    expect(await openDemoReviews(db.url, secret)).toBe(false);
    const { rows } = await db.pool.query<{ states: string[]; late: number; mended: number }>(
      `select array_agg(distinct f.state order by f.state) as states, count(f.escalated_at)::int as late,
         count(*) filter (where f.mended = 'yes')::int as mended
       from review_findings f join reviews r on r.id = f.review_id group by r.created_at order by r.created_at`,
    );
    expect(rows.map((row) => row.states)).toEqual([['answered', 'closed', 'dismissed', 'returned'], ['proposed']]);
    expect(rows[0]?.late).toBeGreaterThan(0);
    expect(rows[0]?.mended).toBeGreaterThan(0);
    const { rows: found } = await db.pool.query<{ rule: string }>('select distinct rule from review_findings');
    expect(found.map((one) => one.rule)).toEqual(expect.arrayContaining(['no-diagnosis', 'no-department', 'late']));
  });
});
