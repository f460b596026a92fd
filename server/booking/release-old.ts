import type { Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { BookingWish } from './booking-wish.ts';
import { fulfil } from './check-in.ts';
import { endAppointment, lockAppointment } from './end-appointment.ts';
import { noteCancellation } from './note-cancellation.ts';
import { type ActiveBooking, canReschedule } from './rules.ts';
import { leaveSeat } from './take-seat.ts';

/**
 * Gives up the old ticket inside the transaction that books the new one: if the new one fails, the old
 * one was never gone (A25). A visit in the wrong department ends as seen, without a strike (E16). Returns the person's other bookings.
 */
export async function releaseOld(
  tx: Tx,
  ctx: Context,
  wish: BookingWish,
  active: ActiveBooking[],
): Promise<ActiveBooking[]> {
  if (!wish.replaces) return active;
  const a = await lockAppointment(tx, wish.replaces.facilityId, wish.replaces.appointmentId);
  if (a.residentId !== wish.residentId) throw notFound('appointment');
  if (wish.reroute) {
    if (a.status !== 'arrived') throw refused('queue-state', { params: { state: a.status } });
    await fulfil(tx, ctx, a, 'rerouted');
    await leaveSeat(tx, a.residentId, a.id);
    return active.filter((b) => b.appointmentId !== a.id);
  }
  const verdict = canReschedule(a, ctx.clock.now());
  if (!verdict.can)
    throw refused(verdict.rule ?? 'cancel-too-late', { params: { cancelBy: a.cancelBy.toISOString() } });
  await endAppointment(tx, ctx, a, {
    to: 'cancelled',
    reason: 'rescheduled',
    ticket: 'free',
    action: 'booking.give-up',
  });
  await noteCancellation(tx, ctx, a, 'change');
  return active.filter((b) => b.appointmentId !== a.id);
}
