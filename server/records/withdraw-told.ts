import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { entryId } from './entry-id.ts';
import { lockIntake } from './lock-intake.ts';
import { isNewer, type Stamp } from './rules.ts';
import { type KeptRow, withdrawRows } from './withdraw-entries.ts';

type Told = Stamp & { sourceId: string };

/**
 * What a hospital says it has deleted, and when: a tombstone with that stamp, so that a version from before does not
 * bring it back. What is newer than its deletion stays. Repeating it changes nothing. Answers how many went.
 */
export async function withdrawTold(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  type: string,
  told: readonly Told[],
): Promise<number> {
  if (told.length === 0) return 0;
  await lockIntake(tx, facilityId);
  const { rows } = await tx.client.query<KeptRow & Told>({
    name: 'lock-told-withdrawn',
    text: `select id, resident_id as "residentId", type, deleted, findings, gap, '' as "gapLabel", source_id as "sourceId",
             source_version as version, source_updated as updated from record_entries
           where id = any($1::uuid[]) and not deleted order by resident_id, id for update`,
    values: [told.map((one) => entryId(facilityId, type, one.sourceId))],
  });
  const latest = new Map<string, Told>();
  for (const one of told) {
    const before = latest.get(one.sourceId);
    if (!before || isNewer(one, before)) latest.set(one.sourceId, one);
  }
  const gone = rows.flatMap((row) => {
    const stamp = latest.get(row.sourceId);
    return stamp && !isNewer(row, stamp) ? [{ row, stamp }] : [];
  });
  await withdrawRows(
    tx,
    ctx,
    facilityId,
    gone.map(({ row }) => row),
  );
  await tx.client.query({
    name: 'stamp-withdrawn',
    text: `update record_entries e set source_version = t.version, source_updated = t.updated
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as t (resident, id, version, updated)
           where e.resident_id = t.resident and e.id = t.id`,
    values: [
      gone.map(({ row }) => row.residentId),
      gone.map(({ row }) => row.id),
      gone.map(({ stamp }) => stamp.version),
      gone.map(({ stamp }) => stamp.updated),
    ],
  });
  return gone.length;
}
