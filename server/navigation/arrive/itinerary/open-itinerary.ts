import { type Locked, lockAppointment } from '../../../booking/end-appointment.ts';
import { regionDay } from '../../../kernel/clock.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { refused } from '../../../kernel/errors.ts';
import type { Tx } from '../../../kernel/transaction.ts';
import { expectGuide } from '../policy.ts';
import { canGuide } from './itinerary-rules.ts';

/**
 * Before every change of an itinerary: the actor may, it is the day, the visit is locked so that two changes come
 * one after the other, and check-in and doctor stand in the table like all other steps.
 */
export async function openItinerary(tx: Tx, ctx: ContextOf<'staff'>, appointmentId: string): Promise<Locked> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'guide-visit');
  const visit = await lockAppointment(tx, facilityId, appointmentId);
  const verdict = canGuide(visit, regionDay(ctx.clock.now()));
  if (!verdict.can) throw refused(verdict.rule ?? 'not-today', { params: { date: visit.date } });
  await tx.client.query({
    name: 'itinerary-base',
    text: `insert into itinerary_steps (facility_id, appointment_id, id, position, kind, added_by, created_at)
           values ($1, $2, $3, 1, 'check-in', 'system', $5), ($1, $2, $4, 2, 'doctor', 'system', $5)
           on conflict do nothing`,
    values: [facilityId, appointmentId, ctx.ids.next(), ctx.ids.next(), ctx.clock.now()],
  });
  return visit;
}
