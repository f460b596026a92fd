import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seedDemoAccounts } from '#db/seed/accounts.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { checkPublicFile } from '../draws/check-public-file.ts';
import { getPublicFile, listDraws } from '../draws/queries/public.ts';
import { regionDay, systemClock } from '../kernel/clock.ts';
import { maskIdNumber, maskPhone } from '../kernel/national-id.ts';
import { createSealing } from '../kernel/sealing.ts';
import { openDemoDraws } from './demo-draws.ts';

const secret = 'a-secret-of-at-least-32-characters-x';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s draws', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db);
  });
  afterAll(() => db?.close());

  it('are one that takes requests and one with a public file to check, once a day', async () => {
    expect(await openDemoDraws(db.url, secret)).toBe(true);
    expect(await openDemoDraws(db.url, secret)).toBe(false);
    const ctx = { db, clock: systemClock };
    const { draws } = await listDraws(ctx, {});
    expect(draws).toMatchObject([
      { phase: 'open', requests: 13, numbers: 8 },
      { phase: 'drawn', requests: 17, numbers: 5 },
    ]);
    const done = draws.find((draw) => draw.phase === 'drawn');
    if (!done) throw new Error('none was drawn');
    expect(checkPublicFile(await getPublicFile(ctx, done)).filter(({ fault }) => fault !== null)).toEqual([]);
  });
});

/** The hospital of the sample staff with four departments, and people enough for both draws. */
async function fillHospital(db: TestDatabase): Promise<void> {
  const kernel = { ...createSealing(secret), maskIdNumber, maskPhone, hashPassword: async () => 'none' };
  await db.pool.query(
    `insert into regions (code, level, name, path) values ('510121000000', 3, '金堂县', '510121000000/')`,
  );
  await db.pool.query(
    `insert into facilities (id, name, kind, level, region_code, region_path, bookable)
     values ('H0053', '金堂县人民医院', 'hospital', 2, '510121000000', '510121000000/', true)`,
  );
  for (const code of ['03', '04', '05', '06']) {
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
     select gen_random_uuid(), '居民' || n, 'female', '1980-01-01', '510121000000', true from generate_series(1, 40) n`,
  );
}
