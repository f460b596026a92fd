import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { recordStep } from './record-step.ts';
import { rereadItem } from './reread-item.ts';

/**
 * What a hospital left beyond its day is marked, and from then on the office above may decide on it too. Returns how
 * many; run again at once there is nothing left to do.
 */
export async function escalateFindings(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ facilityId: string; id: string }>({
      name: 'escalate-review-findings',
      text: `update review_findings set escalated_at = $1
             where state = 'returned' and due_at < $1 and escalated_at is null returning facility_id as "facilityId", id`,
      values: [ctx.clock.now()],
    });
    for (const { facilityId, id } of rows) {
      await recordStep(tx, ctx, { facilityId, findingId: id, move: 'escalate' });
      const entry = { action: 'reviews.escalate', subjectType: 'review-finding', subjectId: id };
      await recordAudit(tx, ctx, { facilityId, ...entry });
    }
    return rows.length;
  });
}

/** Looks for news of every sampled visit that a hospital is mending, so that a newer version shows itself. */
export async function followItems(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<{ facilityId: string; itemId: string }>({
    name: 'review-items-being-mended',
    text: `select distinct facility_id as "facilityId", item_id as "itemId" from review_findings
           where state in ('returned', 'answered') order by 1, 2`,
  });
  let news = 0;
  for (const { facilityId, itemId } of rows) if (await rereadItem(ctx, facilityId, itemId)) news += 1;
  return news;
}
