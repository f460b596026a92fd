import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { entryId } from './entry-id.ts';
import { keepHistory } from './keep-history.ts';
import { lockIntake } from './lock-intake.ts';
import { type Counted, tally } from './tally.ts';
import { tellPlanning } from './tell-planning.ts';

export type KeptRow = Counted & { id: string; residentId: string; type: string; gapLabel: string };

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
  await lockIntake(tx, facilityId);
  const { rows } = await tx.client.query<KeptRow>({
    name: 'lock-withdrawn-entries',
    text: `select id, resident_id as "residentId", type, deleted, findings, gap, '' as "gapLabel" from record_entries
           where id = any($1::uuid[]) and not deleted order by resident_id, id for update`,
    values: [sourceIds.map((one) => entryId(facilityId, type, one))],
  });
  await withdrawRows(tx, ctx, facilityId, rows);
  return rows.length;
}

/** The same for entries that the caller has locked. */
export async function withdrawRows(tx: Tx, ctx: Context, facilityId: string, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  const now = ctx.clock.now();
  await keepHistory(tx, rows);
  const { rows: gone } = await tx.client.query<{ residentId: string; type: string; topic: string }>({
    name: 'withdraw-entries',
    text: `update record_entries e set deleted = true, body = null, title = '', code = '', status = '', facts = '{}', search = '{}',
             search_values = '{}', findings = '{}', gap = '', version = e.version + 1, updated_at = $3
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) where e.resident_id = t.resident and e.id = t.id
           returning e.resident_id as "residentId", e.type, e.topic`,
    values: [rows.map((one) => one.residentId), rows.map((one) => one.id), now],
  });
  await tellPlanning(tx, gone);
  const after = { deleted: true, findings: [], gap: '' };
  await tally(
    tx,
    facilityId,
    rows.map((one) => ({ ...one, before: one, after })),
    now,
  );
  const types = [...new Set(rows.map((one) => one.type))];
  const entry = { action: 'records.withdraw', subjectType: 'facility', subjectId: facilityId };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: { withdrawn: rows.length, types } });
}
