import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seedDemoAccounts } from '#db/seed/accounts.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { maskIdNumber, maskPhone } from '../kernel/national-id.ts';
import { createSealing } from '../kernel/sealing.ts';
import { openDemoDay } from './demo-day.ts';

const secret = 'a-secret-of-at-least-32-characters-x';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s clinic of the day', () => {
  let db: TestDatabase;
  const day = addDays(regionDay(new Date()), 1);
  const openAt = (time: string, seconds = 0) => {
    const now = new Date(regionInstant(day, time).getTime() + seconds * 1000);
    return openDemoDay(db.url, secret, { now: () => now });
  };
  const count = async (): Promise<Record<string, number>> => {
    const { rows } = await db.pool.query<{ status: string; n: number }>(
      `select e.status, count(*)::int as n from queue_entries e join sessions s on s.facility_id = e.facility_id and s.id = e.session_id
       where s.id = (select id from sessions order by starts_at desc limit 1) group by e.status`,
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  };

  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db);
  });
  afterAll(() => db?.close());

  it('is under way a moment after midnight, and a second start finds it', async () => {
    expect(await openAt('00:00', 40)).toBe(true);
    expect(await count()).toEqual({ done: 2, missed: 1, away: 1, 'in-room': 1, waiting: 3 });
    expect(await openAt('00:10')).toBe(false);
  });

  it('is opened again once it is over, in another department, with the same screens', async () => {
    expect(await openAt('15:00')).toBe(true);
    expect(await count()).toEqual({ done: 2, missed: 1, away: 1, 'in-room': 1, waiting: 3 });
    const { rows } = await db.pool.query(
      `select (select count(distinct department_id)::int from sessions) as departments,
         (select count(*)::int from queue_screens) as screens,
         (select count(*)::int from queue_entries where status = 'in-room') as inside,
         (select count(*)::int from queue_entries e join residents r on r.id = e.resident_id where r.name = '周素珍') as sample`,
    );
    expect(rows[0]).toEqual({ departments: 2, screens: 2, inside: 1, sample: 2 });
  });

  it('is not opened in the last minutes of a day', async () => {
    expect(await openAt('23:58')).toBe(false);
  });
});

/** The hospital of the sample staff with two departments, and twenty people to see. */
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
     select gen_random_uuid(), '居民' || n, 'female', '1980-01-01', '510121000000', true from generate_series(1, 20) n`,
  );
}
