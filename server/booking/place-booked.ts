import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { endAppointment, lockAppointment, noticeParams } from './end-appointment.ts';
import { makeOffer } from './make-offer.ts';
import { appointmentLink } from './record-booking.ts';

/**
 * One resident of a stopped clinic: the appointment ends without a strike, a like-for-like ticket is kept where
 * there is one (true), and the message says which. Somebody already placed, or checked in, is left alone.
 */
export async function placeBooked(
  tx: Tx,
  ctx: Context,
  { facilityId, appointmentId, reason }: { facilityId: string; appointmentId: string; reason: string },
): Promise<boolean> {
  const a = await lockAppointment(tx, facilityId, appointmentId);
  if (a.status !== 'held' && a.status !== 'booked') return false;
  await endAppointment(tx, ctx, a, {
    to: 'cancelled',
    reason: 'clinic-stopped',
    ticket: 'suspended',
    action: 'booking.clinic-stopped',
  });
  const offer = await makeOffer(tx, ctx, a);
  await tellResident(tx, ctx, {
    residentId: a.residentId,
    kind: 'clinic-stopped',
    params: {
      ...noticeParams(a),
      reason,
      ...(offer
        ? { offerId: offer.id, offerStart: offer.windowStart.toISOString(), offerUntil: offer.expiresAt.toISOString() }
        : {}),
    },
    link: appointmentLink(a.facilityId, a.id),
  });
  return offer !== null;
}
