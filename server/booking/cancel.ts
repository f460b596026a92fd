import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { reachOf } from '../residents/queries.ts';
import { endAppointment, lockAppointment, noticeParams } from './end-appointment.ts';
import { noteCancellation } from './note-cancellation.ts';
import { getAppointment } from './queries.ts';
import { appointmentLink } from './record-booking.ts';
import { canCancel } from './rules.ts';
import type { AppointmentView, cancelInput } from './schema.ts';

/** Gives the ticket back before the deadline that was shown. Cancelling again answers the same and changes nothing. */
export async function cancel(ctx: ContextOf<'resident'>, input: z.infer<typeof cancelInput>): Promise<AppointmentView> {
  const reach = await reachOf(ctx);
  await transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, input.facilityId, input.appointmentId);
    if (!reach.includes(a.residentId)) throw notFound('appointment');
    if (a.status === 'cancelled') return;
    const verdict = canCancel(a, ctx.clock.now());
    if (!verdict.can)
      throw refused(verdict.rule ?? 'cancel-too-late', { params: { cancelBy: a.cancelBy.toISOString() } });
    await endAppointment(tx, ctx, a, {
      to: 'cancelled',
      reason: input.reason || 'resident',
      ticket: 'free',
      action: 'booking.cancel',
    });
    await noteCancellation(tx, ctx, a, 'cancel');
    await tellResident(tx, ctx, {
      residentId: a.residentId,
      kind: 'cancelled',
      params: noticeParams(a),
      link: appointmentLink(a.facilityId, a.id),
    });
  });
  return getAppointment(ctx, input.facilityId, input.appointmentId);
}
