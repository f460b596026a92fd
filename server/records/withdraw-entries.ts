import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { type Counted, tally } from './tally.ts';

type Known = Counted & { id: string; residentId: string; type: string; gapLabel: string };

/**
 * What a hospital has deleted stays as a tombstone: that there was something, of which kind and when, without what it
 * said, which goes to the history. Of entries that are not kept, or withdrawn already, nothing changes.
 */
export async function withdrawEntries(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  type: string,
  sourceIds: readonly string[],
): Promise<number> {
  const { rows } = await tx.client.query<Known>({
    name: 'lock-withdrawn-entries',
    text: `select id, resident_id as "residentId", type, deleted, findings, gap, '' as "gapLabel" from record_entries
           where facility_id = $1 and type = $2 and source_id = any($3) and not deleted order by resident_id, id for update`,
    values: [facilityId, type, sourceIds],
  });
  if (rows.length === 0) return 0;
  const now = ctx.clock.now();
  const values = [rows.map((one) => one.residentId), rows.map((one) => one.id)];
  await tx.client.query({
    name: 'keep-withdrawn-history',
    text: `insert into record_history (resident_id, id, version, type, source_version, source_updated, updated_at, deleted, body)
           select e.resident_id, e.id, e.version, e.type, e.source_version, e.source_updated, e.updated_at, e.deleted, e.body
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) join record_entries e on e.resident_id = t.resident and e.id = t.id`,
    values,
  });
  await tx.client.query({
    name: 'withdraw-entries',
    text: `update record_entries e set deleted = true, body = null, title = '', code = '', status = '', facts = '{}', search = '{}',
             findings = '{}', gap = '', version = e.version + 1, updated_at = $3
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) where e.resident_id = t.resident and e.id = t.id`,
    values: [...values, now],
  });
  const after = { deleted: true, findings: [], gap: '' };
  await tally(
    tx,
    facilityId,
    rows.map((one) => ({ ...one, before: one, after })),
    now,
  );
  const entry = { action: 'records.withdraw', subjectType: 'facility', subjectId: facilityId };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: { withdrawn: rows.length, type } });
  return rows.length;
}
