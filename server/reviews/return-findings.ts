import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { dueAt } from './due.ts';
import { getReview } from './find-review.ts';
import { requireJudge } from './policy.ts';
import { recordStep } from './record-step.ts';
import type { countOutput, returnInput } from './schema.ts';

/**
 * Everything confirmed of one hospital goes to it with one day by which it answers. Findings that are still only
 * proposed stay. Pressed again there is nothing left to send, which is said.
 */
export async function returnFindings(
  ctx: ContextOf<'official'>,
  { id: reviewId, facilityId, dueDay, comment }: z.infer<typeof returnInput>,
): Promise<z.infer<typeof countOutput>> {
  requireJudge(ctx.actor, (await getReview(ctx, reviewId)).officePath, false);
  return transact(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const due = dueAt(dueDay, now);
    const { rows } = await tx.client.query<{ id: string }>(
      `update review_findings set state = 'returned', changed_at = $3, due_at = $4
       where facility_id = $1 and review_id = $2 and state = 'confirmed' returning id`,
      [facilityId, reviewId, now, due],
    );
    if (rows.length === 0) throw refused('review-nothing-confirmed');
    for (const { id } of rows)
      await recordStep(tx, ctx, { facilityId, findingId: id, move: 'return', comment, dueAt: due });
    const entry = { action: 'reviews.return', subjectType: 'review', subjectId: reviewId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { findings: rows.length, due: dueDay } });
    return { count: rows.length };
  });
}
