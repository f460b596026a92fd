import type { Tx } from '../kernel/transaction.ts';
import type { Stamp } from './rules.ts';
import type { KeptRow } from './withdraw-entries.ts';

export type Stray = Stamp & KeptRow;

/** Entries that lie in the record of another person than the one their hospital names now, by their ids; locked. */
export async function findStrays(
  tx: Tx,
  told: readonly { id: string; residentId: string }[],
): Promise<Map<string, Stray>> {
  if (told.length === 0) return new Map();
  const { rows } = await tx.client.query<Stray>({
    name: 'lock-stray-entries',
    text: `select e.id, e.resident_id as "residentId", e.type, e.deleted, e.findings, e.gap, '' as "gapLabel",
             e.source_version as version, e.source_updated as updated
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) join record_entries e on e.id = t.id
           where e.resident_id <> t.resident and not e.deleted order by e.resident_id, e.id for update of e`,
    values: [told.map((one) => one.residentId), told.map((one) => one.id)],
  });
  return new Map(rows.map((row) => [row.id, row]));
}
