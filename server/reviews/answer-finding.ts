import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { expectMove, lockFinding } from './lock-finding.ts';
import { recordStep } from './record-step.ts';
import type { answerInput, doneOutput } from './schema.ts';

/**
 * The hospital answers a finding: what was mended in its system, or why it is right as it is. The sheet is read again,
 * so that the official sees the answer beside what came. Late answers count; that they were late stays in the steps.
 */
export async function answerFinding(
  ctx: ContextOf<'staff'>,
  { id, comment }: z.infer<typeof answerInput>,
): Promise<z.infer<typeof doneOutput>> {
  const { facilityId } = ctx.actor;
  return transact(ctx.db, async (tx) => {
    const finding = await lockFinding(tx, facilityId, id);
    const state = expectMove(finding.state, 'answer', comment);
    await tx.client.query(
      'update review_findings set state = $3, changed_at = $4, due_at = null where facility_id = $1 and id = $2',
      [facilityId, id, state, ctx.clock.now()],
    );
    await recordStep(tx, ctx, { facilityId, findingId: id, move: 'answer', comment });
    const entry = { action: 'reviews.answer', subjectType: 'review-finding', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...entry });
    const { itemId } = finding;
    await enqueue(tx, 'reviews-reread', { facilityId, itemId }, { key: `review-item:${itemId}` });
    return { state };
  });
}
