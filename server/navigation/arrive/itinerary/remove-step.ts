import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { refused } from '../../../kernel/errors.ts';
import { transact } from '../../../kernel/transaction.ts';
import { findStep } from './find-step.ts';
import { openItinerary } from './open-itinerary.ts';

/** Takes back a step that was added by mistake; check-in, doctor and what is done already stay. */
export async function removeStep(
  ctx: ContextOf<'staff'>,
  input: { appointmentId: string; stepId: string },
): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const visit = await openItinerary(tx, ctx, input.appointmentId);
    const step = await findStep(tx, visit, input.stepId);
    if (!step) return { done: true };
    if (step.kind === 'check-in' || step.kind === 'doctor' || step.state === 'done') throw refused('step-stays');
    await tx.client.query('delete from itinerary_steps where facility_id = $1 and appointment_id = $2 and id = $3', [
      visit.facilityId,
      visit.id,
      step.id,
    ]);
    await recordAudit(tx, ctx, {
      ...{ facilityId: visit.facilityId, action: 'navigation.remove-step', subjectType: 'appointment' },
      ...{ subjectId: visit.id, detail: { step: step.id, kind: step.kind } },
    });
    return { done: true };
  });
}
