import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seedDemoAccounts } from '#db/seed/accounts.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { regionDay } from '../kernel/clock.ts';
import { maskIdNumber, maskPhone } from '../kernel/national-id.ts';
import { createSealing } from '../kernel/sealing.ts';
import { openDemoConduct } from './demo-conduct.ts';

const secret = 'a-secret-of-at-least-32-characters-x';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s missed visits', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db);
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

/** The hospital of the sample staff with two departments, and somebody who keeps the visits. */
async function fillHospital(db: TestDatabase): Promise<void> {
  const kernel = { ...createSealing(secret), maskIdNumber, maskPhone, hashPassword: async () => 'none' };
  await db.pool.query(
    `insert into regions (code, level, name, path) values ('510121000000', 3, '金堂县', '510121000000/')`,
  );
  await db.pool.query(
    `insert into facilities (id, name, kind, level, region_code, region_path, bookable)
     values ('H0053', '金堂县人民医院', 'hospital', 2, '510121000000', '510121000000/', true)`,
  );
  for (const code of ['03', '04']) {
    await db.pool.query('insert into department_catalog (code, name) values ($1, $1)', [code]);
    await db.pool.query('insert into departments (id, facility_id, catalog_code, name) values ($1, $2, $3, $3)', [
      ...[`H0053:${code}`, 'H0053', code],
    ]);
  }
  const client = await db.pool.connect();
  await seedDemoAccounts(client, kernel, regionDay(new Date()));
  client.release();
  await db.pool.query(
    `insert into residents (id, name, sex, birth_date, region_code, sample)
     values (gen_random_uuid(), '居民一', 'female', '1980-01-01', '510121000000', true)`,
  );
}
