import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { requireJudge } from './policy.ts';
import { recordStep } from './record-step.ts';
import type { addInput, doneOutput } from './schema.ts';

type Item = { reviewId: string; purpose: string; officePath: string; lines: number };

/** An official writes down what no check sees, of a sampled visit or of a line of it. It stands confirmed at once. */
export async function addFinding(
  ctx: ContextOf<'official'>,
  { facilityId, id, rule, severity, line, comment }: z.infer<typeof addInput>,
): Promise<z.infer<typeof doneOutput>> {
  return transact(ctx.db, async (tx) => {
    const item = await findItem(tx, facilityId, id);
    requireJudge(ctx.actor, item.officePath, false);
    if (item.purpose === 'research') throw refused('research-no-findings');
    if (line !== null && line >= item.lines) throw notFound('finding');
    const [findingId, now] = [ctx.ids.next(), ctx.clock.now()];
    await tx.client.query(
      `insert into review_findings (facility_id, id, review_id, item_id, rule, severity, line, found_by, comment, state, found_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'official', $8, 'confirmed', $9, $9)`,
      [facilityId, findingId, item.reviewId, id, rule, severity, line, comment, now],
    );
    await recordStep(tx, ctx, { facilityId, findingId, move: 'add', comment });
    const entry = { action: 'reviews.add', subjectType: 'review-finding', subjectId: findingId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { rule, severity } });
    return { state: 'confirmed' };
  });
}

async function findItem(tx: Tx, facilityId: string, id: string): Promise<Item> {
  const { rows } = await tx.client.query<Item>(
    `select i.review_id as "reviewId", r.purpose, r.office_path as "officePath", cardinality(i.entries) as lines
     from review_items i join reviews r on r.id = i.review_id where i.facility_id = $1 and i.id = $2`,
    [facilityId, id],
  );
  if (!rows[0]) throw notFound('review');
  return rows[0];
}
