import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { closeOffer, lockOffer, type Offer } from './close-offer.ts';
import { lockAppointment, noticeParams } from './end-appointment.ts';
import { makeOffer } from './make-offer.ts';
import { appointmentLink } from './record-booking.ts';

/**
 * The hospital gave away or closed a number that was kept for a resident: the offer ends, and another like it is
 * kept where there is one. Repeating is harmless: an offer that was decided meanwhile stands.
 */
export async function replaceOffer(
  ctx: Context,
  seat: { facilityId: string; sessionId: string; number: number },
): Promise<{ changed: boolean }> {
  return transact(ctx.db, async (tx) => {
    const offer = await lockOpenOffer(tx, seat);
    if (!offer) return { changed: false };
    await closeOffer(tx, ctx, offer, 'lapsed');
    const lost = await lockAppointment(tx, offer.facilityId, offer.appointmentId);
    const next = await makeOffer(tx, ctx, lost);
    await recordAudit(tx, ctx, {
      facilityId: offer.facilityId,
      action: 'booking.withdraw-offer',
      subjectType: 'appointment',
      subjectId: lost.id,
      detail: { sessionId: offer.sessionId, number: offer.number },
    });
    const extra: Record<string, string> = next
      ? { offerId: next.id, offerStart: next.windowStart.toISOString(), offerUntil: next.expiresAt.toISOString() }
      : {};
    await tellResident(tx, ctx, {
      residentId: offer.residentId,
      kind: 'ticket-lost',
      params: { ...noticeParams(lost), ...windowOf(offer), reason: 'taken-at-hospital', ...extra },
      link: appointmentLink(lost.facilityId, lost.id),
    });
    return { changed: true };
  });
}

/** The message speaks of the number that was kept, not of the one lost before. */
const windowOf = ({ windowStart, windowEnd, number }: Offer) => ({
  windowStart: windowStart.toISOString(),
  windowEnd: windowEnd.toISOString(),
  number,
});

async function lockOpenOffer(
  tx: Tx,
  { facilityId, sessionId, number }: { facilityId: string; sessionId: string; number: number },
): Promise<Offer | null> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from offers where facility_id = $1 and session_id = $2 and ticket_number = $3 and status = 'open'`,
    [facilityId, sessionId, number],
  );
  const offer = rows[0] ? await lockOffer(tx, facilityId, rows[0].id) : null;
  return offer?.status === 'open' ? offer : null;
}
