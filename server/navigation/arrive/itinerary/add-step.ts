import type { z } from 'zod';
import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { invalid, notFound, refused } from '../../../kernel/errors.ts';
import { transact } from '../../../kernel/transaction.ts';
import type { addStepInput } from '../../schema/itinerary.ts';
import { findTest } from '../preparation/known-tests.ts';
import { maxSteps } from './itinerary-rules.ts';
import { openItinerary } from './open-itinerary.ts';

type Input = z.infer<typeof addStepInput>;

/** Adds a step at the end of a visit's day: a test that was ordered, the cashier, the pharmacy, back to the room. */
export async function addStep(ctx: ContextOf<'staff'>, input: Input): Promise<{ id: string }> {
  return transact(ctx.db, async (tx) => {
    const { facilityId, id: appointmentId } = await openItinerary(tx, ctx, input.appointmentId);
    if (input.test && !findTest(input.test)) throw invalid('test-unknown');
    if ((input.kind === 'test' || input.kind === 'other') && !input.test && !input.label) throw invalid('step-unnamed');
    const id = ctx.ids.next();
    const { rowCount: room } = await tx.client.query(
      `select 1 from itinerary_steps where facility_id = $1 and appointment_id = $2 limit $3`,
      [facilityId, appointmentId, maxSteps],
    );
    if ((room ?? 0) >= maxSteps) throw refused('itinerary-full', { params: { limit: maxSteps } });
    const { rowCount } = await tx.client.query(
      `insert into itinerary_steps (facility_id, appointment_id, id, position, kind, test, label, place_id, added_by, created_at)
       select $1, $2, $3, (select max(position) + 1 from itinerary_steps where facility_id = $1 and appointment_id = $2),
         $4, $5, $6, $7, $8, $9
       where $7::text is null or exists (select 1 from places where facility_id = $1 and id = $7)`,
      [
        ...[facilityId, appointmentId, id, input.kind, input.test, input.label, input.placeId ?? null],
        ...[ctx.actor.accountId, ctx.clock.now()],
      ],
    );
    if (rowCount === 0) throw notFound('place');
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'navigation.add-step', subjectType: 'appointment', subjectId: appointmentId },
      detail: { step: id, kind: input.kind, test: input.test },
    });
    return { id };
  });
}
