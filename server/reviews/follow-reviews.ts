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

type Item = { facilityId: string; itemId: string; residentId: string; entryId: string; since: Date };
const atOnce = 500;

/** Looks for news of every sampled visit that a hospital is mending, so that a newer version shows itself. */
export async function followItems(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<Item>({
    name: 'review-items-being-mended',
    text: `select distinct i.facility_id as "facilityId", i.id as "itemId", i.resident_id as "residentId", i.entry_id as "entryId",
             coalesce(i.later_at, i.sheet_at) as since
           from review_findings f join review_items i on i.facility_id = f.facility_id and i.id = f.item_id
           where f.state in ('returned', 'answered') order by 1, 2`,
  });
  let news = 0;
  for (let from = 0; from < rows.length; from += atOnce)
    for (const { facilityId, itemId } of await withNews(ctx, rows.slice(from, from + atOnce)))
      if (await rereadItem(ctx, facilityId, itemId)) news += 1;
  return news;
}

/** Those of which something came since they were read: found by one statement, since mostly nothing did. */
async function withNews({ db }: Context, items: readonly Item[]): Promise<Item[]> {
  const { rows } = await db.pool.query<{ n: number }>({
    name: 'review-items-with-news',
    text: `select t.n::int as n from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) with ordinality as t (resident, entry, since, n)
           where exists (select 1 from record_entries e where e.resident_id = t.resident
                         and (e.id = t.entry or e.encounter_id = t.entry) and e.updated_at >= t.since)`,
    values: [items.map((one) => one.residentId), items.map((one) => one.entryId), items.map((one) => one.since)],
  });
  return rows.flatMap(({ n }) => items[n - 1] ?? []);
}
