import { randomUUID } from 'node:crypto';
import { runOnce } from 'graphile-worker';
import { departmentCatalog } from '#db/schema/facilities.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { type MintedFacility, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import type { HospitalConfig } from '#fhir/sandbox/config.ts';
import { type SandboxOptions, startSandbox } from '#fhir/sandbox/server.ts';
import { systems } from '#fhir/systems.ts';
import { book } from '../../booking/book.ts';
import { taskList } from '../../jobs.ts';
import { residentActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { findEndpoint } from '../registry.ts';

export type TestHospital = MintedFacility & { code: string; token: string; base: string };
export type Wishes = Partial<HospitalConfig> & { timeoutMs?: number };

const subjects = [
  { code: '03.04', name: '心血管内科专业' },
  { code: '05', name: '妇产科' },
];

/** A database, sandbox hospitals registered in it, and the worker's hands. */
export async function openHouse(
  wishes: Wishes[],
  stateDir: string | null = null,
  people: SandboxOptions['people'] = [],
) {
  const db = await openTestDatabase();
  const services = testContext(db, systemActor());
  await db.orm.insert(departmentCatalog).values(subjects).onConflictDoNothing();
  const minted = await Promise.all(wishes.map((wish) => mintFacility(db, { authority: wish.authority ?? 'granted' })));
  const configs = wishes.map(({ timeoutMs: _t, ...wish }, i) => ({
    code: (minted[i]?.facilityId ?? '').toLowerCase(),
    name: `测试医院${i}`,
    token: `token-of-${i}-${minted[i]?.facilityId}`,
    departments: subjects,
    days: 3,
    seed: i * 7,
    confirmAfterMs: 50,
    ...wish,
  }));
  let sandbox = await startSandbox({ hospitals: configs, stateDir, people });
  const hospitals: TestHospital[] = [];
  for (const [i, config] of configs.entries()) {
    const facility = minted[i];
    if (!facility) continue;
    const base = `${sandbox.url}/his/${config.code}${config.basePath ?? '/fhir/r4'}`;
    hospitals.push({ ...facility, code: config.code, token: config.token, base });
    await db.orm.insert(hisEndpoints).values({
      facilityId: facility.facilityId,
      baseUrl: base,
      authKind: 'bearer',
      credentialSealed: services.sealing.seal(config.token),
      noticeTokenHash: services.sealing.hash('his-notice', `notice-of-${config.code}`),
      allowPrivate: true,
      timeoutMs: wishes[i]?.timeoutMs ?? 5000,
    });
  }
  return {
    ...{ db, services, hospitals, ...reading(db) },
    endpoint: async (hospital: TestHospital) => {
      const found = await findEndpoint(services, hospital.facilityId);
      if (!found) throw new Error('not registered');
      return found;
    },
    /** Orders at the hospital's own window, or what befalls its computer. */
    control: (hospital: TestHospital, command: object) => post(`${sandbox.url}/his/${hospital.code}/_control`, command),
    /** The hospitals' computer dies, and comes back at the same place after `meanwhile`. */
    restart: async (meanwhile: () => Promise<void>) => {
      const port = Number(new URL(sandbox.url).port);
      await sandbox.close();
      await meanwhile();
      sandbox = await startSandbox({ hospitals: configs, stateDir, people, port });
    },
    /** Does every job that is due, and what follows from it at once. */
    work: async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await runOnce({
          connectionString: db.url,
          taskList: taskList(services),
          logger: silent,
          noPreparedStatements: true,
        });
      }
    },
    /** A resident books an ordinary number of the last day, in the `skip`-th such clinic of the hospital: there are four. */
    book: (hospital: TestHospital, skip = 0) => bookAt(db, hospital, skip),
    /** The backoff is over. */
    forgive: (hospital: TestHospital) =>
      db.pool.query('update his_endpoints set next_try_at = null, failures = 0 where facility_id = $1', [
        hospital.facilityId,
      ]),
    close: async () => {
      await sandbox.close();
      await db.close();
    },
  };
}
/** The window takes `any` numbers of the earliest clinics ahead: on the last day nobody is met, late in the evening either. */
async function bookAt(db: TestDatabase, hospital: TestHospital, skip: number) {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from sessions where facility_id = $1 and status = 'published'
       order by date desc, number_type <> 'ordinary', his_id limit 1 offset $2`,
    [hospital.facilityId, skip],
  );
  const sessionId = rows[0]?.id ?? '';
  const minted = await mintResident(db);
  const ctx = testContext(db, residentActor(minted));
  const wish = { key: randomUUID(), facilityId: hospital.facilityId, sessionId, residentId: minted.residentId };
  const made = await book(ctx, wish);
  return { ctx, made, residentId: minted.residentId, sessionId };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

async function post(url: string, body: object): Promise<{ taken?: string[] }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`control: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { taken?: string[] };
}

/** What the hospital says when asked plainly, past everything of ours. */
export async function ask(hospital: TestHospital, path: string): Promise<FhirResource> {
  const answer = await fetch(`${hospital.base}/${path}`, { headers: { authorization: `Bearer ${hospital.token}` } });
  return (await answer.json()) as FhirResource;
}

/** Every resource of a search, page after page. */
export async function askAll(hospital: TestHospital, path: string): Promise<FhirResource[]> {
  const found: FhirResource[] = [];
  let next: string | undefined = path;
  while (next) {
    const bundle = (await ask(hospital, next)) as {
      entry?: { resource: FhirResource }[];
      link?: { relation: string; url: string }[];
    };
    found.push(...(bundle.entry ?? []).map((entry) => entry.resource));
    next = bundle.link?.find((link) => link.relation === 'next')?.url.slice(hospital.base.length + 1);
  }
  return found;
}

export type TicketRow = {
  session_id: string;
  number: number;
  status: string;
  taken_by: string | null;
  his_id: string;
  his_version: string;
  session_his: string;
  session_status: string;
  starts_at: Date;
};

/** The Appointments that the hospital holds of one of ours. */
export const askAppointments = (hospital: TestHospital, appointmentId: string) =>
  askAll(hospital, `Appointment?identifier=${encodeURIComponent(`${systems.platformAppointment}|${appointmentId}`)}`);

function reading(db: TestDatabase) {
  const tickets = async (hospital: TestHospital): Promise<TicketRow[]> => {
    const { rows } = await db.pool.query<TicketRow>(
      `select t.session_id, t.number, t.status, t.taken_by, t.his_id, t.his_version, s.his_id as session_his,
         s.status as session_status, s.starts_at
       from tickets t join sessions s on s.facility_id = t.facility_id and s.id = t.session_id
       where t.facility_id = $1 order by s.starts_at, t.his_id`,
      [hospital.facilityId],
    );
    return rows;
  };
  const health = async (hospital: TestHospital) => {
    const { rows } = await db.pool.query(
      `select state, failures, next_try_at, last_error, last_error_at, last_message_at, synced_at from his_endpoints where facility_id = $1`,
      [hospital.facilityId],
    );
    return rows[0];
  };
  const appointment = async (id: string) => {
    const { rows } = await db.pool.query('select * from appointments where id = $1', [id]);
    return rows[0];
  };
  /** Status and id at the hospital of the number an appointment stands on, whoever has it. */
  const ticketOf = async (
    appointmentId: string,
  ): Promise<{ status: string; taken_by: string | null; his_id: string }> => {
    const { rows } = await db.pool.query(
      `select t.status, t.taken_by, t.his_id from appointments a join tickets t on t.facility_id = a.facility_id
         and t.session_id = a.session_id and t.number = a.ticket_number where a.id = $1`,
      [appointmentId],
    );
    return rows[0];
  };
  const notices = async (residentId: string): Promise<string[]> => {
    const { rows } = await db.pool.query('select kind from notices where resident_id = $1 order by id', [residentId]);
    return rows.map((row) => row.kind);
  };
  const deliveries = async (appointmentId: string) => {
    const { rows } = await db.pool.query(
      'select kind, state, attempts, last_error from his_deliveries where appointment_id = $1 order by created_at, id',
      [appointmentId],
    );
    return rows;
  };
  const ledgers = async (hospital: TestHospital) => {
    const { rows } = await db.pool.query<{ released: number; n: number }>(
      `select s.released, count(t.*) as n from sessions s left join tickets t on t.facility_id = s.facility_id and t.session_id = s.id
       where s.facility_id = $1 group by s.id, s.released`,
      [hospital.facilityId],
    );
    return rows;
  };
  return { tickets, health, appointment, ticketOf, notices, deliveries, ledgers };
}

export const silent = new (await import('graphile-worker')).Logger(() => () => {});
