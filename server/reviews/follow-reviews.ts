import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import { transact } from '../kernel/transaction.ts';
import { recordStep } from './record-step.ts';
import { rereadItem } from './reread-item.ts';

/** Every hospital of a province may be late on one day: each transaction takes so many. */
const escalatedAtOnce = 200;

/**
 * What a hospital left beyond its day is marked, and from then on the office above may decide on it too. Returns how
 * many; run again at once there is nothing left to do.
 */
export async function escalateFindings(ctx: Context): Promise<number> {
  for (let all = 0; ; ) {
    const some = await escalateSome(ctx);
    all += some;
    if (some < escalatedAtOnce) return all;
  }
}

function escalateSome(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ facilityId: string; id: string }>({
      name: 'escalate-review-findings',
      text: `update review_findings f set escalated_at = $1 from (
               select facility_id, id from review_findings where state = 'returned' and due_at < $1 and escalated_at is null
               order by facility_id, id limit $2 for update) as late
             where f.facility_id = late.facility_id and f.id = late.id returning f.facility_id as "facilityId", f.id`,
      values: [ctx.clock.now(), escalatedAtOnce],
    });
    for (const { facilityId, id } of rows) {
      await recordStep(tx, ctx, { facilityId, findingId: id, move: 'escalate' });
      const entry = { action: 'reviews.escalate', subjectType: 'review-finding', subjectId: id };
      await recordAudit(tx, ctx, { facilityId, ...entry });
    }
    return rows.length;
  });
}

type Item = { facilityId: string; itemId: string; entryId: string; since: Date };
const atOnce = 500;
/** An intake stamps what it writes when it begins, and is seen when it has ended: so long before a reading one may have begun. */
const slowIntakeMs = 60_000;

/** Looks for news of every sampled visit that a hospital is mending, so that a newer version shows itself. */
export async function followItems(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<Item>({
    name: 'review-items-being-mended',
    text: `select distinct i.facility_id as "facilityId", i.id as "itemId", i.entry_id as "entryId",
             coalesce(i.later_at, i.sheet_at) as since
           from review_findings f join review_items i on i.facility_id = f.facility_id and i.id = f.item_id
           where f.state in ('returned', 'answered') order by 1, 2`,
  });
  const fresh: Item[] = [];
  for (let from = 0; from < rows.length; from += atOnce)
    fresh.push(...(await withNews(ctx, rows.slice(from, from + atOnce))));
  let news = 0;
  await eachInTurn(ctx.log, 'visits being mended', fresh, async ({ facilityId, itemId }) => {
    if (await rereadItem(ctx, facilityId, itemId)) news += 1;
  });
  return news;
}

const seenSince = ({ since }: Item): Date => new Date(since.getTime() - slowIntakeMs);

/** Those of which something came since they were read, in whosever record they lie by now: mostly nothing did, so one statement asks. */
async function withNews({ db }: Context, items: readonly Item[]): Promise<Item[]> {
  const { rows } = await db.pool.query<{ n: number }>({
    name: 'review-items-with-news',
    text: `select t.n::int as n from unnest($1::uuid[], $2::timestamptz[]) with ordinality as t (entry, since, n)
           where exists (select 1 from record_entries v join record_entries e on e.resident_id = v.resident_id
                         and (e.id = v.id or e.encounter_id = v.id) where v.id = t.entry and e.updated_at >= t.since)`,
    values: [items.map((one) => one.entryId), items.map(seenSince)],
  });
  return rows.flatMap(({ n }) => items[n - 1] ?? []);
}
