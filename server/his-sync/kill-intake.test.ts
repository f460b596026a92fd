import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { departmentCatalog } from '#db/schema/facilities.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';
import { type Sandbox, startSandbox } from '#fhir/sandbox/server.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { pullRecords } from './pull-records.ts';
import { askAll, type TestHospital } from './testing/hospital-house.ts';
import { samplePeople } from './testing/people.ts';

const subject = { code: '03.04', name: '心血管内科专业' };
let server: OwnPostgres;
let db: Database;
let sandbox: Sandbox;
let hospitals: TestHospital[];
/** Its connections are the ones that die. */
let reader: Database;
let services: ReturnType<typeof testContext>;

beforeAll(async () => {
  server = await startOwnPostgres();
  db = openDatabase({ url: server.url, name: 'kill-intake', max: 3, timeoutMs: 30_000, connectMs: 30_000 });
  await db.orm.insert(departmentCatalog).values([subject]).onConflictDoNothing();
  const minted = await Promise.all([mintFacility(db), mintFacility(db), mintFacility(db)]);
  const configs = minted.map(({ facilityId }) => {
    return {
      code: facilityId.toLowerCase(),
      name: facilityId,
      token: 'token',
      departments: [subject],
      days: 1,
      seed: 0,
    };
  });
  sandbox = await startSandbox({ hospitals: configs, people: samplePeople(150) });
  hospitals = minted.map((one, i) => {
    const code = configs[i]?.code ?? '';
    return { ...one, code, token: 'token', base: `${sandbox.url}/his/${code}/fhir/r4` };
  });
  reader = openDatabase({ url: server.url, name: 'reader', max: 6, timeoutMs: 30_000 });
  services = testContext(reader, systemActor());
  const credentialSealed = services.sealing.seal('token');
  for (const { facilityId, base } of hospitals) {
    const reach = { facilityId, baseUrl: base, authKind: 'bearer' as const, credentialSealed, allowPrivate: true };
    await db.orm.insert(hisEndpoints).values({ ...reach, timeoutMs: 20_000 });
  }
}, 60_000);
afterAll(async () => {
  await reader?.pool.end();
  await sandbox?.close();
  await db?.pool.end();
  await server?.stop();
});

const ask = async (text: string): Promise<number> => {
  for (;;) {
    const { rows } = await db.pool.query<{ n: number }>(text).catch(() => ({ rows: [] }));
    if (rows[0]) return rows[0].n;
    await pause(100); // Postgres is on its way back
  }
};
const kept = () => ask('select count(*)::int as n from record_entries');

/** Reads every hospital until `enough` entries are here, and then something dies. */
async function readUntil(enough: number, death: () => Promise<unknown>): Promise<void> {
  const reading = Promise.allSettled(hospitals.map((one) => pullRecords(services, one.facilityId)));
  while ((await kept()) < enough) await pause(5);
  await death();
  await reading;
  // what the dead held runs out by itself after a minute; here at once
  await ask(`with gone as (update his_endpoints set records_lease_until = null, next_try_at = null, failures = 0 returning 1)
    select count(*)::int as n from gone`);
}

it('records that flow in while processes and Postgres are killed are in the end as many as the hospitals have, each once', async () => {
  const all = await Promise.all(
    hospitals.map((one) => Promise.all(clinicalTypes.map((type) => askAll(one, `${type}?_count=500`)))),
  );
  const whole = all.flat(2).length;
  expect(whole).toBeGreaterThan(1500);
  // to Postgres a killed process is a connection that ends inside its transaction
  const kill = `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity where application_name = 'reader'`;
  await readUntil(whole / 5, () => ask(kill));
  expect(await kept()).toBeLessThan(whole);
  await readUntil(whole / 2, async () => {
    server.crash();
    await server.restart();
  });
  for (const { facilityId } of hospitals) {
    expect(await pullRecords(services, facilityId)).toMatchObject({ state: 'done' });
  }
  expect(await kept()).toBe(whole);
  expect(await ask('select count(distinct (facility_id, type, source_id))::int as n from record_entries')).toBe(whole);
  expect(await ask(`select sum(entries)::int as n from record_tallies where what = 'kept'`)).toBe(whole);
  expect(await ask('select count(*)::int as n from record_history')).toBe(0);
}, 120_000);
