import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { suspendSession } from '../schedules/suspend-session.ts';
import { endAppointment, lockAppointment, noticeParams } from './end-appointment.ts';
import { makeOffer } from './make-offer.ts';
import { appointmentLink } from './record-booking.ts';

export type Stopped = { already: boolean; affected: number; offers: number };

/**
 * 停诊 (A33): in one transaction the session is suspended, each booked resident is told, and a
 * like-for-like ticket is kept for each where there is one. No strike, and repeating it is harmless.
 */
export async function stopSession(
  ctx: Context,
  wish: { facilityId: string; sessionId: string; reason: string },
): Promise<Stopped> {
  return transact(ctx.db, async (tx) => {
    const { already } = await suspendSession(tx, ctx, wish);
    const { rows } = await tx.client.query<{ id: string }>(
      `select id from appointments where facility_id = $1 and session_id = $2 and status in ('held', 'booked') order by created_at`,
      [wish.facilityId, wish.sessionId],
    );
    let offers = 0;
    for (const { id } of rows) offers += (await placeOne(tx, ctx, wish, id)) ? 1 : 0;
    return { already, affected: rows.length, offers };
  });
}

async function placeOne(
  tx: Tx,
  ctx: Context,
  wish: { facilityId: string; reason: string },
  appointmentId: string,
): Promise<boolean> {
  const a = await lockAppointment(tx, wish.facilityId, appointmentId);
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
      reason: wish.reason,
      ...(offer
        ? { offerId: offer.id, offerStart: offer.windowStart.toISOString(), offerUntil: offer.expiresAt.toISOString() }
        : {}),
    },
    link: appointmentLink(a.facilityId, a.id),
  });
  return offer !== null;
}
