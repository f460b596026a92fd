import type { Tx } from '../kernel/transaction.ts';

/** Puts entries as they are now into the history, before they change. */
export async function keepHistory(tx: Tx, entries: readonly { residentId: string; id: string }[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.client.query({
    name: 'keep-record-history',
    text: `insert into record_history (resident_id, id, version, type, source_version, source_updated, updated_at, deleted, body)
           select e.resident_id, e.id, e.version, e.type, e.source_version, e.source_updated, e.updated_at, e.deleted, e.body
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) join record_entries e on e.resident_id = t.resident and e.id = t.id`,
    values: [entries.map((one) => one.residentId), entries.map((one) => one.id)],
  });
}
