import type { Database } from '#db/client.ts';
import { departmentCatalog } from '#db/schema/facilities.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { mintFacility } from '#db/testing/mint.ts';
import type { OwnPostgres } from '#db/testing/own-postgres.ts';
import { pullRecords } from '#server/his-sync/pull-records.ts';
import { closeClients } from '#server/his-sync/registry.ts';
import { systemActor, testContext } from '#server/kernel/test-context.ts';
import { familySeconds } from '../processor-time.ts';
import type { Result } from '../result.ts';
import { startHospitals, subject } from './hospitals.ts';

const hospitals = 5;
/** As many hospitals at once as one worker reads (`readersMost`). */
const readers = 2;

/** Whole first readings of hospitals in a process of their own: matching, validation, history and audit on. */
export async function measureFlow(own: OwnPostgres, db: Database, note: (text: string) => void): Promise<Result[]> {
  const minted = await Promise.all(Array.from({ length: hospitals }, () => mintFacility(db)));
  await db.orm.insert(departmentCatalog).values([subject]).onConflictDoNothing();
  const codes = minted.map((one) => one.facilityId.toLowerCase());
  const sandbox = await startHospitals(codes);
  const services = testContext(db, systemActor('bench'));
  try {
    for (const [i, { facilityId }] of minted.entries()) {
      await db.orm.insert(hisEndpoints).values({
        ...{ facilityId, baseUrl: `${sandbox.url}/his/${codes[i]}/fhir/r4`, authKind: 'bearer' as const },
        ...{ credentialSealed: services.sealing.seal('bench'), allowPrivate: true, timeoutMs: 60_000 },
      });
    }
    const waiting = minted.map((one) => one.facilityId);
    note('a first hospital, so that nothing is cold');
    await pullRecords(services, waiting.shift() ?? '');
    note(`reading ${waiting.length} hospitals, ${readers} at a time`);
    let resources = 0;
    const before = { at: performance.now(), node: process.cpuUsage(), postgres: familySeconds(own.pid()) };
    const reader = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const outcome = await pullRecords(services, next);
        if (outcome.state !== 'done') throw new Error(`a reading ended as ${outcome.state}`);
        resources += outcome.resources;
      }
    };
    await Promise.all(Array.from({ length: readers }, reader));
    const seconds = (performance.now() - before.at) / 1000;
    const node = process.cpuUsage(before.node);
    await refuseLoss(db);
    const each = (used: number) => (used * 1e6) / resources;
    const nodeEach = each((node.user + node.system) / 1e6);
    const postgresEach = each(familySeconds(own.pid()) - before.postgres);
    const detail = `${resources.toLocaleString('en')} resources of ${hospitals - 1} hospitals, ${readers} read at a time by one process; hospitals in another`;
    return [
      { name: 'records.intake', value: resources / seconds, unit: '/s', detail },
      {
        name: 'records.cpu_us',
        value: nodeEach + postgresEach,
        unit: 'µs',
        detail: `processor time a resource: Node ${nodeEach.toFixed(0)}, Postgres ${postgresEach.toFixed(0)}; the hospitals’ own process left out`,
      },
    ];
  } finally {
    closeClients(services);
    await sandbox.stop();
  }
}

/** What the hospitals say they have is what is here, or the figure is worth nothing. */
async function refuseLoss(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from his_counts c left join record_tallies t on t.facility_id = c.facility_id and t.what = 'kept'
       and t.type = c.resource_type where c.told <> coalesce(t.entries, 0)`,
  );
  if (rows[0]?.n !== 0) throw new Error(`${rows[0]?.n} counts differ from what the hospitals say`);
}
