import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoFiles } from './demo-files.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s tables', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 1);
  });
  afterAll(() => db?.close());

  it('are taken but for two rows to mend and one that waits, once', async () => {
    expect(await openDemoFiles(db.url, secret)).toBe(true);
    expect(await openDemoFiles(db.url, secret)).toBe(false);
    const { rows } = await db.pool.query('select rows, taken, waiting, refused from his_files order by id');
    expect(rows).toEqual([
      { rows: 3, taken: 3, waiting: 0, refused: 0 },
      { rows: 3, taken: 3, waiting: 0, refused: 0 },
      { rows: 6, taken: 3, waiting: 1, refused: 2 },
      { rows: 3, taken: 3, waiting: 0, refused: 0 },
    ]);
    const seen = await db.pool.query(
      `select e.facts #>> '{reading,value}' as value from record_entries e join residents r on r.id = e.resident_id
       where r.name = '周素珍' and e.type = 'Observation'`,
    );
    expect(seen.rows).toEqual([{ value: '7.80' }]);
  });
});
