import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { check } from './checks.ts';
import { getReview } from './find-review.ts';
import { recordStep } from './record-step.ts';
import { reviewRulesOn } from './rules.ts';
import { drawFrom, findSince, type Rule } from './sample.ts';
import { type Written, writeSheet } from './write-sheet.ts';

type Drawn = Written & { residentId: string; entryId: string };

/** Draws what is left to draw of a review, hospital by hospital; again and again it draws nothing twice. */
export async function drawSample(ctx: Context, reviewId: string): Promise<number> {
  const review = await getReview(ctx, reviewId);
  const { rows } = await ctx.db.pool.query<{ id: string }>(
    'select facility_id as id from review_strata where review_id = $1',
    [reviewId],
  );
  const done = new Set(rows.map((row) => row.id));
  const left = review.facilityIds.filter((id) => !done.has(id)).map((facilityId) => ({ facilityId }));
  await eachInTurn(ctx.log, 'sample of a review', left, ({ facilityId }) =>
    drawHospital(ctx, reviewId, review, facilityId),
  );
  return left.length;
}

async function drawHospital(ctx: Context, reviewId: string, rule: Rule, facilityId: string): Promise<void> {
  const { perHospitalMost } = reviewRulesOn(regionDay(ctx.clock.now()));
  const { population, drawn } = await drawFrom(ctx, facilityId, rule, perHospitalMost);
  const since = await findSince(ctx, facilityId);
  const as = rule.purpose === 'research' ? 'research' : 'review';
  const items: Drawn[] = [];
  for (const { id, residentId } of drawn) {
    const written = await writeSheet(ctx, { residentId, entryId: id, facilityId, since }, as);
    if (written) items.push({ ...written, residentId, entryId: id });
  }
  await transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `insert into review_strata (facility_id, review_id, population, drawn, drawn_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [facilityId, reviewId, population, items.length, ctx.clock.now()],
    );
    if (!rowCount) return;
    for (const [i, item] of items.entries()) await insertItem(tx, ctx, { facilityId, reviewId, rule }, i + 1, item);
    const detail = { population, drawn: items.length };
    const entry = { action: 'reviews.draw', subjectType: 'review', subjectId: reviewId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail });
  });
}

type Stratum = { facilityId: string; reviewId: string; rule: Rule };

async function insertItem(tx: Tx, ctx: Context, { facilityId, reviewId, rule }: Stratum, number: number, item: Drawn) {
  const now = ctx.clock.now();
  const itemId = ctx.ids.next();
  await tx.client.query({
    name: 'insert-review-item',
    text: `insert into review_items (facility_id, id, review_id, number, resident_id, entry_id, source_id, happened_at, entries, sheet, sheet_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      ...[facilityId, itemId, reviewId, number, item.residentId, item.entryId, item.sourceId, item.happenedAt],
      ...[item.entries, JSON.stringify(item.sheet), item.readAt],
    ],
  });
  // research asks nothing of a hospital
  const found = rule.purpose === 'quality' ? check(item.sheet, reviewRulesOn(regionDay(now))) : [];
  for (const { rule: name, severity, line, detail } of found) {
    const id = ctx.ids.next();
    await tx.client.query({
      name: 'propose-review-finding',
      text: `insert into review_findings (facility_id, id, review_id, item_id, rule, severity, line, detail, found_by, state, found_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'check', 'proposed', $9, $9)`,
      values: [facilityId, id, reviewId, itemId, name, severity, line, detail, now],
    });
    await recordStep(tx, ctx, { facilityId, findingId: id, move: 'propose' });
  }
}
