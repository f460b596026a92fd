import { exactText } from '#fhir/client/exact-text.ts';
import type { FlatRow } from '#fhir/flat/read-row.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { maskIdNumbersInJson } from '../../kernel/id-numbers-in-json.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { entryId } from '../../records/entry-id.ts';
import { lockIntake } from '../../records/lock-intake.ts';
import type { Stamp } from '../../records/rules.ts';
import { withdrawTold } from '../../records/withdraw-told.ts';
import { applyRecords, type Taking } from '../apply-records.ts';
import { settleRejects } from '../record-rejects.ts';
import type { Fault } from './schema.ts';
import type { SourceRow } from './source-row.ts';

/** A row that could be read, as the resource it says. */
export type ReadyRow = { source: SourceRow; row: FlatRow; resource: FhirResource };
/** A row that was not taken, and why; `waits`: it will be, without anybody's doing. */
export type BadRow = { source: SourceRow; sourceId: string; faults: Fault[]; waits: boolean };
export type Taken = { written: number; withdrawn: number; bad: BadRow[] };

/** As the intake counts versions where nothing but a time is told. */
export const stampOf = ({ updated }: FlatRow): Stamp => ({
  version: String(Date.parse(updated)),
  updated: new Date(updated),
});

/**
 * Hands rows of one kind to the intake that FHIR hospitals go through, in the caller's transaction: the same checks, versions,
 * matching and queue. A row whose content changed without its time is told so, as it would be lost as a repetition.
 */
export async function takeRows(tx: Tx, taking: Taking, type: string, rows: readonly ReadyRow[]): Promise<Taken> {
  const { ctx, facilityId, now } = taking;
  await lockIntake(tx, facilityId);
  const told = rows.filter(({ row }) => !row.deleted);
  const silent = await findSilentChanges(tx, facilityId, type, told);
  const fresh = told.filter((one) => !silent.has(one.row.id));
  const written =
    fresh.length > 0
      ? await applyRecords(
          tx,
          taking,
          type,
          fresh.map((one) => one.resource),
        )
      : 0;
  const gone = rows.filter(({ row }) => row.deleted).map(({ row }) => ({ sourceId: row.id, ...stampOf(row) }));
  const withdrawn = await withdrawTold(tx, ctx, facilityId, type, gone);
  await settleRejects(tx, facilityId, type, new Map(gone.map((one) => [one.sourceId, one])), now);
  const reasons = await findReasons(tx, facilityId, type, fresh);
  const bad = told.flatMap((one): BadRow[] => {
    const { source, row } = one;
    if (silent.has(row.id)) return [badRow(source, row.id, { column: 'updated', fault: 'same-version' })];
    const reason = reasons.get(`${row.id} ${row.updated}`);
    if (!reason) return [];
    if (!reason.endsWith('not known here'))
      return [badRow(source, row.id, { column: '', fault: 'other', params: { reason } })];
    return [{ ...badRow(source, row.id, { column: 'patient_id', fault: 'patient-unknown' }), waits: true }];
  });
  return { written, withdrawn, bad };
}

export const badRow = (source: SourceRow, sourceId: string, ...faults: Fault[]): BadRow => ({
  source,
  sourceId,
  faults,
  waits: false,
});

/** Numbers whose row says something else than what is kept under the same stamp. */
async function findSilentChanges(
  tx: Tx,
  facilityId: string,
  type: string,
  rows: readonly ReadyRow[],
): Promise<Set<string>> {
  const { rows: found } = await tx.client.query<{ id: string }>({
    name: 'find-silent-changes',
    text: `select n.id from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n (entry, id, version, body)
           join record_entries e on e.id = n.entry
           where not e.deleted and e.source_version = n.version and e.body <> n.body::jsonb`,
    values: [
      ...[rows.map(({ row }) => entryId(facilityId, type, row.id)), rows.map(({ row }) => row.id)],
      rows.map(({ row }) => stampOf(row).version),
      rows.map(({ resource }) => maskIdNumbersInJson(exactText(resource))),
    ],
  });
  return new Set(found.map((one) => one.id));
}

/** Why rows wait in the intake's queue, by number and time of change. */
async function findReasons(
  tx: Tx,
  facilityId: string,
  type: string,
  rows: readonly ReadyRow[],
): Promise<Map<string, string>> {
  const { rows: found } = await tx.client.query<{ key: string; reason: string }>({
    name: 'find-flat-rejects',
    text: `select resource_id || ' ' || version as key, reason from his_rejects
           where facility_id = $1 and resource_type = $2 and resource_id = any($3) and settled_at is null`,
    values: [facilityId, type, rows.map(({ row }) => row.id)],
  });
  return new Map(found.map((one) => [one.key, one.reason]));
}
