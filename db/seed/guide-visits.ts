import type { ClientBase } from 'pg';
import { type Cell, insertRows } from './insert-rows.ts';
import { derivedId, type Random, randomFrom } from './random.ts';

/** The version under which the report shows these visits and counts: examples, never mixed with real ones. */
export const sampleVersion = 'demo.sample';

/** Departments that are advised, with the one they are most often taken for. */
const neighbours: Record<string, string> = {
  ...{ '03.01': '11', '03.02': '04.01', '03.03': '04.02', '03.04': '03.02', '03.07': '03.04', '04.01': '03.02' },
  ...{ '04.03': '03.08', '04.04': '03.06', '05': '04.01', '07': '03.01', '10': '03.03', '11': '03.01' },
  ...{ '12': '11', '13': '03.08', '15': '03.03', '16': '03.02', '03.06': '04.04', '03.08': '04.03' },
};
const advisable = Object.keys(neighbours);
const labelOf = (code: string) => advisable.find((label) => code === label || code.startsWith(`${label}.`));

const sampleHospitals = 24;
const months = 6;
/** Visits that turned out more urgent than advised, of some 1,500: few enough to be hidden as a number. */
const urgentVisits = [300, 700, 1100];

type Hospital = { facilityId: string; departments: { id: string; code: string }[] };
type Clinic = { facilityId: string; id: string; departmentId: string; day: string; taken: number };
type Made = { visits: Visit[]; clinics: Map<string, Clinic> };
type Visit = { clinic: Clinic; number: number; id: string; residentId: string; advised: string; movedTo: Visit | null };

/**
 * Half a year of visits after the guide's advice, and of counted questions, so that the officials' report has
 * something to show. Only for the demo; run again it changes nothing.
 */
export async function seedGuideVisits(client: ClientBase, today: string): Promise<number> {
  const there = await client.query('select 1 from advice_counts where rules_version = $1 limit 1', [sampleVersion]);
  if (there.rowCount !== 0) return 0;
  const hospitals = await listHospitals(client);
  const people = await client.query<{ id: string }>(
    'select id from residents r where sample and not exists (select 1 from accounts a where a.resident_id = r.id) order by id limit 5000',
  );
  const residents = people.rows.map(({ id }) => id);
  if (hospitals.length === 0 || residents.length === 0) return 0;
  const made = planVisits(hospitals, residents, today);
  await client.query('begin');
  try {
    await insertVisits(client, made);
    await insertRows(client, 'advice_counts', countColumns, countsOf(today));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
  return made.visits.length;
}

/** The sample county's hospital and others without a system of their own. */
async function listHospitals(client: ClientBase): Promise<Hospital[]> {
  const { rows } = await client.query<{ facilityId: string; id: string; code: string }>(
    `select d.facility_id as "facilityId", d.id, d.catalog_code as code from departments d
     where d.facility_id in (
       select f.id from facilities f where f.bookable and f.type = '综合医院'
         and not exists (select 1 from his_endpoints h where h.facility_id = f.id)
       order by f.id <> 'H0053', md5(f.id) limit $1)
     order by d.id`,
    [sampleHospitals],
  );
  const usable = rows.filter(({ code }) => labelOf(code) !== undefined);
  return [...Map.groupBy(usable, ({ facilityId }) => facilityId)].map(([facilityId, departments]) => ({
    facilityId,
    departments,
  }));
}

const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

function planVisits(hospitals: Hospital[], residents: string[], today: string): Made {
  const made: Made = { visits: [], clinics: new Map() };
  for (const hospital of hospitals) {
    const random = randomFrom(`guide visits ${hospital.facilityId}`);
    for (let week = 0; week < months * 4; week += 1) {
      const day = daysBefore(today, 12 + week * 7);
      for (let n = 0; n < 1 + random.int(4); n += 1) addVisit(made, hospital, day, residents, random);
    }
  }
  return made;
}

function addVisit(made: Made, hospital: Hospital, day: string, residents: string[], random: Random): void {
  const department = random.pick(hospital.departments);
  const label = labelOf(department.code) ?? '';
  const other = neighbours[label] ?? '';
  const draw = random.next();
  const advised = draw < 0.78 ? [label, other] : draw < 0.92 ? [other, label] : [other];
  const residentId = random.pick(residents);
  const seen = take(made, hospital, department.id, day, residentId);
  if (!seen) return;
  const wrong = hospital.departments.find(({ code }) => labelOf(code) === other);
  if (wrong && random.chance(0.02)) {
    // sent on during the day: the first visit was in the department that had been advised wrongly
    const first = take(made, hospital, wrong.id, day, residentId);
    if (first) made.visits.push({ ...first, advised: other, movedTo: seen });
    return;
  }
  made.visits.push({ ...seen, advised: advised.join(' '), movedTo: null });
}

/** A number of a clinic on that day; one person has one a clinic. */
function take(
  made: Made,
  { facilityId }: Hospital,
  departmentId: string,
  day: string,
  residentId: string,
): Visit | null {
  const key = `${departmentId} ${day}`;
  const clinic = made.clinics.get(key) ?? { facilityId, id: derivedId(`guide ${key}`), departmentId, day, taken: 0 };
  made.clinics.set(key, clinic);
  clinic.taken += 1;
  const id = derivedId(`guide ${key} ${clinic.taken}`);
  return { clinic, number: clinic.taken, id, residentId, advised: '', movedTo: null };
}

const at = (day: string, time: string) => `${day}T${time}:00+08:00`;
const text = 'text';
const columns = {
  sessions: {
    ...{ facility_id: text, id: 'uuid', department_id: text, date: 'date', half_day: text, starts_at: 'timestamptz' },
    ...{ ends_at: 'timestamptz', number_type: text, fee_fen: 'int', status: text, release_at: 'timestamptz' },
    ...{ close_at: 'timestamptz', released: 'smallint' },
  },
  tickets: {
    ...{ facility_id: text, session_id: 'uuid', number: 'smallint', window_start: 'timestamptz' },
    ...{ window_end: 'timestamptz', status: text, taken_by: text },
  },
  appointments: {
    ...{ facility_id: text, id: 'uuid', session_id: 'uuid', ticket_number: 'smallint', resident_id: 'uuid' },
    ...{ account_id: text, channel: text, status: text, code: text, fee_fen: 'int', cancel_by: 'timestamptz' },
    created_at: 'timestamptz',
  },
  resident_bookings: {
    ...{ resident_id: 'uuid', appointment_id: 'uuid', facility_id: text, session_id: 'uuid', department_id: text },
    ...{ doctor_key: text, date: 'date', window_start: 'timestamptz', window_end: 'timestamptz', active: 'smallint' },
    ...{ day_seat: 'smallint', open_seat: 'smallint' },
  },
  queue_entries: {
    ...{
      facility_id: text,
      appointment_id: 'uuid',
      session_id: 'uuid',
      resident_id: 'uuid',
      ticket_number: 'smallint',
    },
    ...{ shown_name: text, window_start: 'timestamptz', status: text, arrived_at: 'timestamptz', priority: text },
    ...{ moved_to: 'uuid' },
  },
  triage_answers: {
    ...{ facility_id: text, appointment_id: 'uuid', resident_id: 'uuid', advised: text, confidence: 'float8' },
    ...{ rules_version: text, model_version: text, agreed_by: text, expires_at: 'timestamptz' },
  },
};
const countColumns = {
  ...{ day: 'date', rules_version: text, model_version: text, outcome: text, advised: text, sureness: text },
  ...{ chosen: text, rank: 'smallint', slot: 'smallint', count: 'int' },
};

async function insertVisits(client: ClientBase, { visits, clinics }: Made): Promise<void> {
  const insert = (table: keyof typeof columns, rows: Cell[][]) => insertRows(client, table, columns[table], rows);
  const all = visits.flatMap((visit) => (visit.movedTo ? [visit, visit.movedTo] : [visit]));
  await insert(
    'sessions',
    [...clinics.values()].map(({ facilityId, id, departmentId, day, taken }) => [
      ...[facilityId, id, departmentId, day, 'am', at(day, '09:00'), at(day, '12:00'), 'ordinary', 1000, 'ended'],
      ...[at(daysBefore(day, 7), '08:00'), at(day, '11:30'), taken],
    ]),
  );
  const place = ({ clinic }: Visit) => [clinic.facilityId, clinic.id];
  await insert(
    'tickets',
    all.map((v) => [...place(v), v.number, at(v.clinic.day, '09:00'), at(v.clinic.day, '12:00'), 'used', 'platform']),
  );
  await insert(
    'appointments',
    all.map((v) => [
      ...[v.clinic.facilityId, v.id, v.clinic.id, v.number, v.residentId, 'demo', 'web', 'fulfilled'],
      ...[`D${v.id.replaceAll('-', '').slice(-9).toUpperCase()}`, 1000, at(v.clinic.day, '07:00')],
      at(daysBefore(v.clinic.day, 1), '10:00'),
    ]),
  );
  await insert(
    'resident_bookings',
    all.map((v) => [
      ...[v.residentId, v.id, v.clinic.facilityId, v.clinic.id, v.clinic.departmentId, '-', v.clinic.day],
      ...[at(v.clinic.day, '09:00'), at(v.clinic.day, '12:00'), 0, 1, 1],
    ]),
  );
  const urgent = new Set(urgentVisits.map((place) => visits[place]?.id));
  await insert(
    'queue_entries',
    visits
      .filter((v) => v.movedTo || urgent.has(v.id))
      .map((v) => [
        ...[v.clinic.facilityId, v.id, v.clinic.id, v.residentId, v.number, '示*例', at(v.clinic.day, '09:00')],
        ...[v.movedTo ? 'moved' : 'done', at(v.clinic.day, '08:50'), urgent.has(v.id) ? 'emergency-2' : null],
        v.movedTo?.id ?? null,
      ]),
  );
  await insert(
    'triage_answers',
    visits.map((v) => [
      ...[v.clinic.facilityId, v.id, v.residentId, v.advised, 0.7, sampleVersion, sampleVersion, 'demo'],
      at(v.clinic.day, '12:00'),
    ]),
  );
}

/** Questions asked in the whole province, a day and department, and what people went on with. */
function* countsOf(today: string): Generator<Cell[]> {
  for (let back = 1; back <= months * 30; back += 1) {
    const day = daysBefore(today, back);
    const random = randomFrom(`guide counts ${day}`);
    const line = (outcome: string, advised: string, sureness: string, chosen: string, rank: number, count: number) => [
      ...[day, sampleVersion, sampleVersion, outcome, advised, sureness, chosen, rank, 0, count],
    ];
    for (const advised of advisable) {
      const sureness = random.pick(['sure', 'likely', 'unsure']);
      yield line('advice', advised, sureness, '', 0, 6 + random.int(30));
      yield line('advice', advised, sureness, advised, 1, 2 + random.int(9));
      yield line('advice', advised, sureness, neighbours[advised] ?? '', 2, 1 + random.int(3));
    }
    for (const outcome of ['emergency', 'crisis', 'fever']) yield line(outcome, '', '', '', 0, 1 + random.int(6));
  }
}
