import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDemoConduct } from './demo-conduct.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s missed visits', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 1);
  });
  afterAll(() => db?.close());

  it('are two with evidence, one of them appealed, once', async () => {
    expect(await openDemoConduct(db.url, secret)).toBe(true);
    expect(await openDemoConduct(db.url, secret)).toBe(false);
    const { rows } = await db.pool.query(
      `select s.lifted_at is null as live, m.verdict, m.evidence ->> 'noticeBy' as by, p.status
       from strikes s join missed_visits m on m.appointment_id = s.appointment_id
       left join strike_appeals p on p.appointment_id = s.appointment_id order by s.visit_at`,
    );
    expect(rows).toEqual([
      { live: true, verdict: 'strike', by: 'read', status: 'open' },
      { live: true, verdict: 'strike', by: 'read', status: null },
    ]);
  });
});
