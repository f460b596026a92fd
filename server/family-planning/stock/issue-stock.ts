import type { ContextOf } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import type { Tx } from '../../kernel/transaction.ts';

type Issue = { serviceId: string; item: string; quantity: number; servedOn: string };

/**
 * Takes what a service hands out from what expires first, as of the day it was handed out, in one statement: rows are
 * locked as they are picked, so that two services at once cannot take the same. Refused where there is less; null where the
 * place keeps no book of this item. Answers the lots.
 */
export async function issueStock(tx: Tx, ctx: ContextOf<'staff'>, issue: Issue): Promise<string[] | null> {
  const { facilityId, accountId, name } = ctx.actor;
  const { serviceId, item, quantity, servedOn } = issue;
  const kept = await tx.client.query(
    'select 1 from contraceptive_batches where facility_id = $1 and item = $2 limit 1',
    [facilityId, item],
  );
  if (!kept.rowCount) return null;
  const { rows } = await tx.client.query<{ lot: string; took: number }>({
    name: 'issue-contraceptives',
    text: `with there as materialized (
             select lot, expires_on, on_hand from contraceptive_batches
             where facility_id = $1 and item = $2 and expires_on >= $3 and on_hand > 0 order by expires_on, lot for update),
           spread as (
             select lot, expires_on, least(on_hand, $4::int - coalesce(sum(on_hand) over (
               order by expires_on, lot rows between unbounded preceding and 1 preceding), 0)::int) as took from there),
           taken as (
             update contraceptive_batches b set on_hand = b.on_hand - s.took from spread s
             where b.facility_id = $1 and b.item = $2 and b.lot = s.lot and b.expires_on = s.expires_on and s.took > 0
             returning b.lot, b.expires_on, s.took),
           noted as (
             insert into contraceptive_movements (facility_id, id, item, lot, expires_on, kind, quantity, moved_at, worker_id, worker_name)
             select $1, $5, $2, lot, expires_on, 'issued', -took, $6, $7, $8 from taken)
           select lot, took from taken order by expires_on, lot`,
    values: [facilityId, item, servedOn, quantity, serviceId, ctx.clock.now(), accountId, name],
  });
  const have = rows.reduce((sum, row) => sum + row.took, 0);
  if (have < quantity) throw refused('stock-short', { params: { have, wanted: quantity } });
  return rows.map((row) => row.lot);
}

/** Whether the book of the place gave what this service handed out. */
export async function isIssued(tx: Tx, facilityId: string, serviceId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'select 1 from contraceptive_movements where facility_id = $1 and id = $2 limit 1',
    [facilityId, serviceId],
  );
  return rowCount !== 0;
}
