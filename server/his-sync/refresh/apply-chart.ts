import { fromClinical } from '#fhir/resources/clinical/clinical.ts';
import { type ClinicalType, clinicalTypes, isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import { type FhirResource, UnreadableResource } from '#fhir/resources/resource.ts';
import type { Services } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { isNewer, type Stamp } from '../../records/rules.ts';
import { withdrawEntries } from '../../records/withdraw-entries.ts';
import { applyRecords } from '../apply-records.ts';
import type { Hospital } from '../hospital.ts';
import { isGone } from '../settle-vanished.ts';
import { missingMost } from './rules.ts';

type Kept = Stamp & { facilityId: string; type: ClinicalType; sourceId: string; patient: string; deleted: boolean };
/** What is kept of a person already, by hospital, type and its id there. */
export type KeptEntries = ReadonlyMap<string, Kept>;
const keyOf = (facilityId: string, type: string, id: string) => `${facilityId} ${type}/${id}`;

export async function findKept({ db }: Pick<Services, 'db'>, residentId: string): Promise<KeptEntries> {
  const { rows } = await db.pool.query<Kept>({
    name: 'find-kept-of-person',
    text: `select facility_id as "facilityId", type, source_id as "sourceId", source_patient as patient, deleted,
             source_version as version, source_updated as updated from record_entries where resident_id = $1`,
    values: [residentId],
  });
  return new Map(rows.map((row) => [keyOf(row.facilityId, row.type, row.sourceId), row]));
}

/**
 * Takes over what a hospital tells of one of its patients, as the regular reading does: a type a transaction, the same
 * locks, versions and checks. What is here already is not written again. Returns how many entries changed.
 */
export async function applyChart(
  hospital: Hospital,
  patientId: string,
  told: readonly FhirResource[],
  kept: KeptEntries,
): Promise<number> {
  const { ctx, facilityId } = hospital;
  const news = told.filter((one) => isNews(hospital.facilityId, patientId, one, kept));
  let written = 0;
  for (const type of clinicalTypes) {
    const page = news.filter((one) => one.resourceType === type);
    if (page.length === 0) continue;
    const taking = { ctx, facilityId, now: ctx.clock.now() };
    written += await transact(ctx.db, (tx) => applyRecords(tx, taking, type, page));
  }
  return written + (await withdrawMissing(hospital, patientId, told, kept));
}

/** Newer than what is kept, and of this patient: whatever else a hospital sends along is left to its regular reading. */
function isNews(facilityId: string, patientId: string, resource: FhirResource, kept: KeptEntries): boolean {
  try {
    const { type, hisId, version, lastUpdated, patientHisId } = fromClinical(resource);
    if (patientHisId !== patientId) return false;
    const known = kept.get(keyOf(facilityId, type, hisId));
    return !known || isNewer({ version, updated: new Date(lastUpdated) }, known);
  } catch (error) {
    if (!(error instanceof UnreadableResource)) throw error;
    return isClinicalType(resource.resourceType); // waits with its reason, as ever
  }
}

/** What it did not mention is asked for by its id; only what the hospital says is gone becomes a tombstone. */
async function withdrawMissing(
  { ctx, client, facilityId }: Hospital,
  patientId: string,
  told: readonly FhirResource[],
  kept: KeptEntries,
): Promise<number> {
  const mentioned = new Set(told.map((one) => keyOf(facilityId, one.resourceType, String(one.id))));
  const missing = [...kept.values()]
    .filter((one) => one.facilityId === facilityId && one.patient === patientId && !one.deleted)
    .filter((one) => !mentioned.has(keyOf(facilityId, one.type, one.sourceId)))
    .slice(0, missingMost);
  const looked = await Promise.all(
    missing.map(async (one) => ((await isGone(client, one.type, one.sourceId)) ? [one] : [])),
  );
  const gone = Map.groupBy(looked.flat(), (one) => one.type);
  let withdrawn = 0;
  for (const [type, entries] of gone) {
    const ids = entries.map((one) => one.sourceId);
    withdrawn += await transact(ctx.db, (tx) => withdrawEntries(tx, ctx, facilityId, type, ids));
  }
  return withdrawn;
}
