import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { notFound, refused } from '../../../kernel/errors.ts';
import { transact } from '../../../kernel/transaction.ts';
import { findStep } from './find-step.ts';
import { openItinerary } from './open-itinerary.ts';

/** Puts a step before the one in front of it, a test even before the doctor; nothing comes before checking in. */
export async function moveStep(
  ctx: ContextOf<'staff'>,
  input: { appointmentId: string; stepId: string },
): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const visit = await openItinerary(tx, ctx, input.appointmentId);
    const step = await findStep(tx, visit, input.stepId);
    if (!step) throw notFound('step');
    const { rows } = await tx.client.query<{ id: string; position: number }>(
      `select id, position from itinerary_steps
       where facility_id = $1 and appointment_id = $2 and position < $3 order by position desc limit 1`,
      [visit.facilityId, visit.id, step.position],
    );
    const before = rows[0];
    if (!before || before.position === 1) throw refused('step-first');
    await tx.client.query(
      `update itinerary_steps set position = case id when $3::uuid then $5::int else $4::int end
       where facility_id = $1 and appointment_id = $2 and id in ($3, $6)`,
      [visit.facilityId, visit.id, step.id, step.position, before.position, before.id],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId: visit.facilityId, action: 'navigation.move-step', subjectType: 'appointment' },
      ...{ subjectId: visit.id, detail: { step: step.id, before: before.id } },
    });
    return { done: true };
  });
}
