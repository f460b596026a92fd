import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { endAppointment, lockAppointment, moveAppointment, noticeParams, type TicketAfter } from './end-appointment.ts';
import { makeOffer } from './make-offer.ts';
import { appointmentLink } from './record-booking.ts';
import { isActive } from './rules.ts';

type Which = { facilityId: string; appointmentId: string };

/** The hospital accepted: the held ticket is the resident's. `late` when it was already given up; repeating is harmless. */
export async function confirmAppointment(ctx: Context, which: Which): Promise<{ late: boolean }> {
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, which.facilityId, which.appointmentId);
    if (a.status !== 'held') return { late: !isActive(a.status) };
    await moveAppointment(tx, ctx, a, 'booked', null, 'nobody');
    await tx.client.query(
      `update tickets set status = 'booked' where facility_id = $1 and session_id = $2 and number = $3`,
      [a.facilityId, a.sessionId, a.ticketNumber],
    );
    await recordAudit(tx, ctx, {
      facilityId: a.facilityId,
      action: 'booking.confirm',
      subjectType: 'appointment',
      subjectId: a.id,
    });
    const params = { ...noticeParams(a), cancelBy: a.cancelBy.toISOString() };
    await tellResident(tx, ctx, {
      residentId: a.residentId,
      kind: 'confirmed',
      params,
      link: appointmentLink(a.facilityId, a.id),
    });
    return { late: false };
  });
}

/** The hospital refused, or did not answer in time: the ticket goes back (or is the hospital's), the resident is told and offered another. */
export async function rejectAppointment(
  ctx: Context,
  which: Which & { reason: string; ticket: TicketAfter },
): Promise<{ changed: boolean }> {
  return giveUp(ctx, which, { from: ['held'], to: 'rejected', kind: 'rejected', action: 'booking.reject' });
}

/** The hospital gave our ticket to somebody else: told plainly, with another ticket kept where there is one. */
export async function loseTicket(ctx: Context, which: Which & { reason: string }): Promise<{ changed: boolean }> {
  const end = { from: ['held', 'booked'], to: 'cancelled', kind: 'ticket-lost', action: 'booking.lose' } as const;
  return giveUp(ctx, { ...which, ticket: 'hospital' }, end);
}

type End = { from: readonly string[]; to: 'cancelled' | 'rejected'; kind: 'rejected' | 'ticket-lost'; action: string };

function giveUp(
  ctx: Context,
  which: Which & { reason: string; ticket: TicketAfter },
  end: End,
): Promise<{ changed: boolean }> {
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, which.facilityId, which.appointmentId);
    if (!end.from.includes(a.status)) return { changed: false };
    await endAppointment(tx, ctx, a, { to: end.to, reason: which.reason, ticket: which.ticket, action: end.action });
    const offer = await makeOffer(tx, ctx, a);
    const extra: Record<string, string> = offer
      ? { offerId: offer.id, offerStart: offer.windowStart.toISOString(), offerUntil: offer.expiresAt.toISOString() }
      : {};
    const params = { ...noticeParams(a), reason: which.reason, ...extra };
    await tellResident(tx, ctx, {
      residentId: a.residentId,
      kind: end.kind,
      params,
      link: appointmentLink(a.facilityId, a.id),
    });
    return { changed: true };
  });
}
