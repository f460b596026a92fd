import type { z } from 'zod';
import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { notFound, refused } from '../../../kernel/errors.ts';
import { transact } from '../../../kernel/transaction.ts';
import type { settleStepInput } from '../../schema/itinerary.ts';
import { findStep } from './find-step.ts';
import { openItinerary } from './open-itinerary.ts';

/** Ticks a step off, leaves it out, or takes that back. Check-in is ticked by checking in. Harmless when repeated. */
export async function settleStep(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof settleStepInput>,
): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const visit = await openItinerary(tx, ctx, input.appointmentId);
    const step = await findStep(tx, visit, input.stepId);
    if (!step) throw notFound('step');
    if (step.kind === 'check-in') throw refused('step-by-desk');
    if (step.state === input.state) return { done: true };
    const now = ctx.clock.now();
    await tx.client.query(
      `update itinerary_steps set state = $4, settled_at = $5 where facility_id = $1 and appointment_id = $2 and id = $3`,
      [visit.facilityId, visit.id, step.id, input.state, input.state === 'todo' ? null : now],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId: visit.facilityId, action: 'navigation.settle-step', subjectType: 'appointment' },
      ...{ subjectId: visit.id, detail: { step: step.id, kind: step.kind, from: step.state, to: input.state } },
    });
    return { done: true };
  });
}
