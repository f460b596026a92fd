import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { dueAt } from './due.ts';
import { expectMove, lockFinding } from './lock-finding.ts';
import { requireJudge } from './policy.ts';
import { recordStep } from './record-step.ts';
import type { doneOutput, judgeInput } from './schema.ts';

/**
 * An official confirms a finding or drops it, accepts a hospital's answer, sends it back with more time, or takes it
 * back. Each step is a row of its own; a step from a state that is no longer is refused.
 */
export async function judgeFinding(
  ctx: ContextOf<'official'>,
  { facilityId, id, move, severity, comment, dueDay }: z.infer<typeof judgeInput>,
): Promise<z.infer<typeof doneOutput>> {
  return transact(ctx.db, async (tx) => {
    const finding = await lockFinding(tx, facilityId, id);
    requireJudge(ctx.actor, finding.officePath, finding.escalatedAt !== null);
    const state = expectMove(finding.state, move, comment);
    const now = ctx.clock.now();
    const due = move === 'return-again' ? dueAt(dueDay, now) : null;
    await tx.client.query(
      `update review_findings set state = $3, changed_at = $4, due_at = $5, escalated_at = null, severity = coalesce($6, severity)
       where facility_id = $1 and id = $2`,
      [facilityId, id, state, now, due, severity ?? null],
    );
    await recordStep(tx, ctx, { facilityId, findingId: id, move, comment, dueAt: due });
    const entry = { action: `reviews.${move}`, subjectType: 'review-finding', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...entry });
    return { state };
  });
}
