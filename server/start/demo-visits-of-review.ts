import { regionDay, regionInstant } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import { takeIn } from '../records/take-in.ts';
import type { Told } from '../records/told.ts';
import { type Base, facilityId } from './demo-house.ts';

type Person = { id: string };
type At = (days: number) => Base;
const dayMs = 86_400_000;
const many = 12;
const [icd10, loinc, ownCodes] = ['http://hl7.org/fhir/sid/icd-10', 'http://loinc.org', 'urn:jintang:diagnoses'];

/** Residents of the county, as patients of its hospital. */
export async function findPatients({ db }: Base): Promise<Person[]> {
  const { rows } = await db.pool.query<Person>(
    `select id from residents where sample and starts_with(region_code, '510121') order by id limit ${many}`,
  );
  return rows;
}

const illnesses = [
  ['J06.9', '急性上呼吸道感染'],
  ['I10', '原发性高血压'],
  ['E11.9', '2型糖尿病'],
  ['K29.5', '慢性胃炎'],
] as const;
const departments = ['内科', '全科医疗科', '中医科'];

/** Visits of the last two months as a hospital of the county writes them: some in order, some with something missing. */
export async function writeVisits(at: At, patients: readonly Person[]): Promise<void> {
  for (const [n, { id }] of patients.entries()) {
    const visitAgo = 58 - n * 3;
    // every sixth comes a week and more after the visit
    const told = visit(regionInstant(regionDay(at(visitAgo).clock.now()), '09:20'), n);
    await take(at(visitAgo - (n % 6 === 4 ? 9 : 1)), id, told);
  }
}

/** The same visit once more, with what was missing. */
export async function mendVisit(base: Base, sourceId: string): Promise<void> {
  const { rows } = await base.db.pool.query<{ residentId: string; at: Date; facts: object; patient: string }>(
    `select resident_id as "residentId", starts_at as at, facts, source_patient as patient from record_entries
     where facility_id = $1 and source_id = $2 and type = 'Encounter'`,
    [facilityId, sourceId],
  );
  const before = rows[0];
  if (!before) return;
  const facts = { ...before.facts, reason: '急性上呼吸道感染', department: '内科' };
  const mended = entry('Encounter', sourceId, before.at, { facts, version: '2', updated: base.clock.now() });
  await take(base, before.residentId, [{ ...mended, patient: before.patient }]);
}

async function take(base: Base, residentId: string, told: Told[]): Promise<void> {
  const ctx = { ...base, actor: { kind: 'system', job: 'demo-reviews' } as const };
  const patient = told[0]?.patient ?? '';
  await transact(base.db, (tx) => takeIn(tx, ctx, facilityId, told, new Map([[patient, residentId]])));
}

function visit(at: Date, n: number): Told[] {
  const number = `MZ${at.toISOString().slice(2, 10).replaceAll('-', '')}${String(n).padStart(3, '0')}`;
  const [icd, name] = illnesses[n % illnesses.length] ?? illnesses[0];
  const facts = { visitKind: 'outpatient', ...(n % 4 === 2 ? {} : { department: departments[n % 3] }) };
  const own = `${ownCodes}|Z${n}`;
  const coded = n % 4 === 1 ? { code: own, gap: own, gapLabel: name } : { code: `${icd10}|${icd}` };
  const about = { encounter: number };
  const diagnosis = entry('Condition', `ZD${number}`, at, { ...about, title: name, status: 'active', ...coded });
  const reading = {
    title: '收缩压',
    value: String(124 + n),
    unit: n % 5 === 0 ? '' : 'mmHg',
    low: '90',
    high: '139',
    flag: '',
  };
  return [
    entry('Encounter', number, at, { facts }),
    ...(n % 3 === 0 ? [] : [diagnosis]),
    entry('Observation', `TZ${number}`, at, {
      ...about,
      title: '收缩压',
      code: `${loinc}|8480-6`,
      facts: { reading },
    }),
  ];
}

const entry = (type: string, sourceId: string, at: Date, change: Partial<Told>): Told => ({
  ...{ type, sourceId, patient: `p-${sourceId.slice(-9)}`, version: '1', updated: at, encounter: null, startsAt: at },
  ...{
    endsAt: new Date(at.getTime() + dayMs / 48),
    status: 'finished',
    code: '',
    title: '',
    topic: 'general' as const,
  },
  ...{ search: [], facts: {}, values: {}, findings: [], gap: '', gapLabel: '', body: '{}' },
  ...change,
});
