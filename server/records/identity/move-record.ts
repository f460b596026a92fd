import type { Tx } from '../../kernel/transaction.ts';
import { tellPlanning } from '../tell-planning.ts';

/** All but the resident. */
export const entryColumns = `id, type, facility_id, source_id, source_patient, source_version, source_updated, version, updated_at,
  deleted, body, starts_at, ends_at, status, code, title, encounter_id, topic, search, search_values, facts, findings, gap`;
const historyColumns = 'id, version, type, source_version, source_updated, updated_at, deleted, body';

/**
 * Moves all that one hospital told of one of its patients from one record into another, history included; moving it
 * back undoes it, since each row knows under which patient it came. Deleted and inserted, never updated: rows change
 * their node when the resident changes.
 */
export async function moveRecord(
  tx: Tx,
  { facilityId, patient, from, to }: { facilityId: string; patient: string; from: string; to: string },
): Promise<void> {
  await tx.client.query({
    name: 'move-record-history',
    text: `with moved as (
             delete from record_history h using record_entries e
             where e.resident_id = $1 and e.facility_id = $3 and e.source_patient = $4 and h.resident_id = $1 and h.id = e.id
             returning h.*)
           insert into record_history (resident_id, ${historyColumns}) select $2, ${historyColumns} from moved`,
    values: [from, to, facilityId, patient],
  });
  const { rows: moved } = await tx.client.query<{ type: string; topic: string }>({
    name: 'move-record-entries',
    text: `with moved as (
             delete from record_entries where resident_id = $1 and facility_id = $3 and source_patient = $4 returning *)
           insert into record_entries (resident_id, ${entryColumns}) select $2, ${entryColumns} from moved
           returning type, topic`,
    values: [from, to, facilityId, patient],
  });
  await tellPlanning(
    tx,
    moved.flatMap((one) => [from, to].map((residentId) => ({ ...one, residentId }))),
  );
}
