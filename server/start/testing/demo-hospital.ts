import { seedDemoAccounts } from '#db/seed/accounts.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { regionDay } from '../../kernel/clock.ts';
import { maskIdNumber, maskPhone } from '../../kernel/national-id.ts';
import { createSealing } from '../../kernel/sealing.ts';

export const secret = 'a-secret-of-at-least-32-characters-x';

/** The hospital of the sample staff with two departments, the sample accounts, and so many people besides. */
export async function fillHospital(db: TestDatabase, people: number): Promise<void> {
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
     select gen_random_uuid(), '居民' || n, 'female', '1980-01-01', '510121000000', true from generate_series(1, $1::int) n`,
    [people],
  );
}
