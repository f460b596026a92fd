import { exactText } from '#fhir/client/exact-text.ts';
import { type ClinicalValue, fromClinical } from '#fhir/resources/clinical/clinical.ts';
import { type Facts, factsOf } from '#fhir/resources/clinical/facts.ts';
import { fromPatient } from '#fhir/resources/clinical/patient.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { systems } from '#fhir/systems.ts';
import type { Context } from '../kernel/context.ts';
import { maskIdNumbersIn } from '../kernel/national-id.ts';
import { sqlState, type Tx } from '../kernel/transaction.ts';
import { type PatientTold, placePatients } from '../records/identity/place-patients.ts';
import { findResidents } from '../records/identity/source-patients.ts';
import { topicOf } from '../records/rules.ts';
import { type Told, takeIn } from '../records/take-in.ts';
import { keep } from './apply-directory.ts';
import { type PageOf, readPage } from './read-page.ts';

export type Taking = { ctx: Context; facilityId: string; now: Date };
type Misfit = { hisId: string; reason: string };
type Read = { hisId: string; told: Told; patient: PatientTold | null };

/** Takes one page of one type of the record over; what cannot be read or placed waits with its reason. */
export async function applyRecords(tx: Tx, taking: Taking, type: string, resources: FhirResource[]): Promise<number> {
  const page = readPage(resources, type, readResource);
  const misfits: Misfit[] = [];
  const residents = await residentsOf(tx, taking, page);
  const placed = page.values.filter(({ hisId, told }) => {
    if (residents.has(told.patient)) return true;
    misfits.push({ hisId, reason: `Patient/${told.patient} not known here` });
    return false;
  });
  const written = await takeOrSetAside(tx, taking, placed, residents, misfits);
  await keep(tx, taking, type, resources, page, misfits);
  return written;
}

function readResource(resource: FhirResource): Read {
  const value = fromClinical(resource);
  const told = toTold(value, maskIdNumbersIn(exactText(resource)), factsOf(resource));
  if (value.type !== 'Patient') return { hisId: value.hisId, told, patient: null };
  const { hisId, ...facts } = fromPatient(resource);
  return { hisId, told, patient: { ...facts, sourceId: hisId, version: told.version, updated: told.updated } };
}

const icd10: string[] = [systems.icd10, systems.icd10China];

/** Every ICD-10 code of an entry, whichever element it stands in. */
const icdIn = (search: readonly string[]): string[] =>
  search.flatMap((one) => {
    const [system = '', code] = one.slice(one.indexOf('=') + 1).split('|');
    return code && icd10.includes(system) ? [code] : [];
  });

function toTold(value: ClinicalValue, body: string, facts: Facts): Told {
  const { code, span } = value;
  return {
    type: value.type,
    sourceId: value.hisId,
    version: value.version,
    updated: new Date(value.lastUpdated),
    patient: value.patientHisId,
    encounter: value.encounterHisId,
    startsAt: span.from === null ? null : new Date(span.from),
    endsAt: span.to === null ? null : new Date(span.to),
    status: value.status,
    code: code ? `${code.system}|${code.code}` : '',
    title: value.title,
    topic: topicOf(icdIn(value.search), value.title),
    search: value.search,
    facts,
    body,
  };
}

async function residentsOf(tx: Tx, { ctx, facilityId }: Taking, page: PageOf<Read>): Promise<Map<string, string>> {
  const patients = page.values.flatMap((one) => one.patient ?? []);
  if (patients.length > 0) return placePatients(tx, ctx, facilityId, patients);
  const named = [...new Set(page.values.map((one) => one.told.patient))];
  return named.length > 0 ? findResidents(tx, facilityId, named) : new Map();
}

/** The whole page at once; should the database refuse a text, one by one, so that one never fails its neighbours. */
async function takeOrSetAside(
  tx: Tx,
  { ctx, facilityId }: Taking,
  placed: readonly Read[],
  residents: Map<string, string>,
  misfits: Misfit[],
): Promise<number> {
  if (placed.length === 0) return 0;
  await tx.client.query('savepoint page');
  try {
    const told = placed.map((one) => one.told);
    const { added, changed } = await takeIn(tx, ctx, facilityId, told, residents);
    await tx.client.query('release savepoint page');
    return added + changed;
  } catch (error) {
    if (!sqlState(error)?.startsWith('22')) throw error;
    await tx.client.query('rollback to savepoint page');
  }
  if (placed.length === 1) {
    misfits.push({ hisId: placed[0]?.hisId ?? '', reason: 'resource: holds a value no database keeps' });
    return 0;
  }
  const half = placed.length >> 1;
  const first = await takeOrSetAside(
    tx,
    { ctx, facilityId, now: ctx.clock.now() },
    placed.slice(0, half),
    residents,
    misfits,
  );
  return (
    first +
    (await takeOrSetAside(tx, { ctx, facilityId, now: ctx.clock.now() }, placed.slice(half), residents, misfits))
  );
}
