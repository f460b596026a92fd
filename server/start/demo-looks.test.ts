import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoLooks } from './demo-looks.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s looks at a record', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 1);
  });
  afterAll(() => db?.close());

  it('are an emergency looked into, one left to the officials, and a question that waits, once', async () => {
    expect(await openDemoLooks(db.url, secret)).toBe(true);
    expect(await openDemoLooks(db.url, secret)).toBe(false);
    const { rows } = await db.pool.query('select kind, stage, outcome from cases order by created_at');
    expect(rows).toEqual([
      { kind: 'glass', stage: 'closed', outcome: 'justified' },
      { kind: 'glass', stage: 'official', outcome: null },
      { kind: 'why', stage: 'facility', outcome: null },
    ]);
  });
});
