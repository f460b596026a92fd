import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import type { BookingWish } from './booking-wish.ts';
import type { Claimed } from './claim-ticket.ts';
import type { Target } from './find-target.ts';

type Booking = { wish: BookingWish; target: Target; appointmentId: string; claimed: Claimed & { code: string } };

/** Audit row, message and outbox job of a booking, in its transaction. */
export async function recordBooking(
  tx: Tx,
  ctx: Context,
  { wish, target, appointmentId, claimed }: Booking,
): Promise<void> {
  const held = target.authority === 'confirmed' && target.tells;
  await recordAudit(tx, ctx, {
    facilityId: target.facilityId,
    action: wish.reroute
      ? 'booking.reroute'
      : wish.extra
        ? 'booking.extra'
        : wish.replaces
          ? 'booking.reschedule'
          : 'booking.book',
    subjectType: 'appointment',
    subjectId: appointmentId,
    detail: {
      sessionId: target.sessionId,
      number: claimed.number,
      channel: ctx.channel,
      held,
      replaces: wish.replaces?.appointmentId,
      reason: wish.reroute?.reason ?? wish.extra?.reason,
    },
  });
  await tellResident(tx, ctx, {
    residentId: wish.residentId,
    kind: held ? 'held' : wish.reroute ? 'rerouted' : wish.replaces ? 'rescheduled' : 'booked',
    params: {
      facility: target.facilityName,
      department: target.departmentName,
      windowStart: claimed.windowStart.toISOString(),
      windowEnd: claimed.windowEnd.toISOString(),
      number: claimed.number,
      code: claimed.code,
      cancelBy: claimed.cancelBy.toISOString(),
    },
    link: appointmentLink(target.facilityId, appointmentId),
  });
  if (target.tells) await tellHospital(tx, target.facilityId);
}

/** Path on the residents' site. */
export const appointmentLink = (facilityId: string, appointmentId: string) =>
  `/appointments/${facilityId}/${appointmentId}`;

/** Asks the worker to tell the hospital what is pending; no job key, as a shared one would queue up all bookings of a hospital. */
export const tellHospital = (tx: Tx, facilityId: string) => enqueue(tx, 'his-tell', { facilityId });
