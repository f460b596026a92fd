import type { ClientBase } from 'pg';
import { seedDemoAccounts } from './accounts.ts';
import { type ConnectedHospital, connectHospitals } from './connected-hospitals.ts';
import { type Division, readDivisions } from './data-files.ts';
import { departmentFacts } from './department-facts.ts';
import { type Department, departmentsOf, seedCatalog, seedDepartments } from './departments.ts';
import { seedFacilities } from './facilities.ts';
import { type Hospital, listHospitals } from './hospitals.ts';
import type { SeedKernel } from './kernel.ts';
import { practitionersOf, seedPractitioners } from './practitioners.ts';
import { publishWeek } from './publish.ts';
import { seedRegions } from './regions.ts';
import { seedResidents } from './residents.ts';
import { seedBookingRules, seedLimits } from './rules.ts';
import { type Scale, seedTemplates, templatesOf } from './session-plans.ts';

export type SeedPart = 'regions' | 'facilities' | 'departments' | 'practitioners' | 'sessions' | 'residents';
export type SeedProgress = (part: SeedPart, done: number, total: number) => void;

export type SeedOptions = {
  scale: Scale;
  /** Sample residents wanted in all; more than are there are added. */
  residents: number;
  /** First day of the published week, 'YYYY-MM-DD' in the region. */
  today: string;
  /** Sample accounts for the sign-in page: only in a demo database. */
  demo: boolean;
  /** Hospitals with a system of their own in the sandbox at `sandboxUrl`; they get no plans from the seed. */
  connected: ConnectedHospital[];
  sandboxUrl: string;
  kernel: SeedKernel;
  progress?: SeedProgress;
};

export type SeedOutcome = {
  region: 'seeded' | 'present';
  residentsAdded: number;
  /** Hospitals registered with the sandbox in all: the first so many by id, now and from earlier runs. */
  connected: number;
};

/** Without the search columns, whose statistics take longest and serve no plan of ours. */
const analyzeSql = `analyze regions, departments (facility_id, catalog_code), sessions, tickets, session_templates, residents,
  facilities (id, kind, level, region_code, region_path, reports_to, bookable), practitioner_roles`;

/** True once the facts of the region are in; they come in one transaction, so all or nothing. */
export async function isRegionSeeded(client: ClientBase): Promise<boolean> {
  return (await client.query('select 1 from facilities limit 1')).rowCount !== 0;
}

/**
 * Fills an empty, migrated database: the region in one transaction, then residents in batches. On a seeded
 * database it changes nothing but what the options newly ask for (more hospitals connected, more residents).
 */
export async function seedRegion(client: ClientBase, options: SeedOptions): Promise<SeedOutcome> {
  const divisions = readDivisions();
  const present = await isRegionSeeded(client);
  await client.query('begin');
  try {
    await client.query('set local synchronous_commit = off');
    if (!present) await seedFacts(client, divisions, options);
    await connectHospitals(client, options.connected, options.sandboxUrl, options.kernel);
    if (options.demo) await seedDemoAccounts(client, options.kernel, options.today);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
  const residentsAdded = await seedResidents(client, divisions, {
    count: options.residents,
    today: options.today,
    kernel: options.kernel,
    onProgress: (done) => options.progress?.('residents', done, options.residents),
  });
  if (!present) await client.query(analyzeSql);
  const endpoints = await client.query('select 1 from his_endpoints where allow_private');
  return { region: present ? 'present' : 'seeded', residentsAdded, connected: endpoints.rowCount ?? 0 };
}

async function seedFacts(client: ClientBase, divisions: Division[], options: SeedOptions): Promise<void> {
  const { progress, connected } = options;
  const hospitals = listHospitals(divisions);
  await seedRegions(client, divisions, counter(progress, 'regions', divisions.length));
  const grassroots = divisions.filter((d) => d.level >= 4).length;
  const confirmed = new Set(connected.filter((h) => h.authority === 'confirmed').map((h) => h.facilityId));
  await seedFacilities(
    client,
    divisions,
    hospitals,
    confirmed,
    counter(progress, 'facilities', hospitals.length + grassroots),
  );
  const departments = new Map(hospitals.map((hospital) => [hospital, departmentsOf(hospital)]));
  await seedCatalog(client);
  await seedDepartments(client, [...departments.values()].flat());
  progress?.('departments', departments.size, departments.size);
  await seedBookingRules(client, hospitals);
  await seedLimits(client, [...departments.values()].flat());
  const elsewhere = new Set(connected.map((h) => h.facilityId));
  await seedPlans(client, new Map([...departments].filter(([hospital]) => !elsewhere.has(hospital.id))), options);
}

/** Doctors, weekly templates and the first week of sessions for hospitals without a system of their own. */
async function seedPlans(
  client: ClientBase,
  departments: Map<Hospital, Department[]>,
  options: SeedOptions,
): Promise<void> {
  const plans = [...departments].flatMap(([hospital, list]) =>
    list.map((department) => ({ hospital, department, doctors: practitionersOf(department, hospital.county) })),
  );
  const doctors = plans.flatMap((plan) => plan.doctors);
  await seedPractitioners(
    client,
    doctors,
    (departmentId) => departmentFacts[departmentId.split(':')[1] ?? '']?.[1] ?? '',
  );
  options.progress?.('practitioners', doctors.length, doctors.length);
  const templates = plans.flatMap((plan) => templatesOf(plan.hospital, plan.department, plan.doctors, options.scale));
  await seedTemplates(client, templates);
  options.progress?.('sessions', 0, templates.length);
  await publishWeek(client, options.today);
  options.progress?.('sessions', templates.length, templates.length);
}

function counter(progress: SeedProgress | undefined, part: SeedPart, total: number): (rows: number) => void {
  let done = 0;
  return (rows) => {
    done += rows;
    progress?.(part, done, total);
  };
}
