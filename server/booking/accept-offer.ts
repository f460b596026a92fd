import { regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findRules } from '../schedules/find-rules.ts';
import { cancelTerms } from '../schedules/rules.ts';
import { hashOf } from './book.ts';
import { claimTicket } from './claim-ticket.ts';
import type { Offer } from './close-offer.ts';
import { findTarget, type Target } from './find-target.ts';
import { recordBooking } from './record-booking.ts';
import { blockedBy, holdMinutes, overlapOf, seatsFor } from './rules.ts';
import { openRequest, takeSeat } from './take-seat.ts';

/** The caps do not stand against a ticket that replaces one the hospital took away. */
const noCaps = { perDay: 20, openMax: 50 };

/** Turns a kept ticket into an appointment that replaces the lost one. Overlap still refuses. */
export async function acceptOffer(tx: Tx, ctx: ContextOf<'resident'>, offer: Offer): Promise<string> {
  const target = await findTarget(ctx, offer.facilityId, offer.sessionId);
  if (!target) throw notFound('session');
  if (target.status === 'halted') throw refused('halted');
  const [now, today, appointmentId] = [ctx.clock.now(), regionDay(ctx.clock.now()), ctx.ids.next()];
  const wish = { ...wishOf(offer, ctx.actor.accountId), today };
  const opening = await openRequest(tx, { ...wish, appointmentId }, now, today);
  const wanted = { departmentId: target.departmentId, doctorKey: target.practitionerId ?? '-', date: target.date };
  const seats = seatsFor(wanted, opening.active, noCaps);
  if ('rule' in seats) throw refused(seats.rule, seats);
  const claimed = await claimKept(tx, ctx, { offer, target, appointmentId, now });
  const overlap = overlapOf(claimed.windowStart, claimed.windowEnd, opening.active);
  if (overlap) throw refused('overlap', { blocking: blockedBy(overlap) });
  await takeSeat(
    tx,
    { ...wish, ...wanted, ...seats, appointmentId, windowStart: claimed.windowStart, windowEnd: claimed.windowEnd },
    now,
  );
  await recordBooking(tx, ctx, { wish, target, appointmentId, claimed });
  return appointmentId;
}

type Keep = { offer: Offer; target: Target; appointmentId: string; now: Date };

async function claimKept(tx: Tx, ctx: ContextOf<'resident'>, { offer, target, appointmentId, now }: Keep) {
  const held = target.authority === 'confirmed' && target.tells;
  const rules = await findRules(tx.client, target.facilityId, target.date);
  const code = ctx.ids.code();
  const claimed = await claimTicket(tx, {
    facilityId: offer.facilityId,
    sessionId: offer.sessionId,
    pools: ['public'],
    windowStart: offer.windowStart,
    now,
    way: { kind: 'kept', number: offer.number },
    appointment: {
      ...{
        id: appointmentId,
        code,
        residentId: offer.residentId,
        accountId: ctx.actor.accountId,
        channel: ctx.channel,
      },
      status: held ? 'held' : 'booked',
      replaces: offer.appointmentId,
      heldUntil: held ? new Date(now.getTime() + holdMinutes * 60_000) : null,
      hisState: target.tells ? 'pending' : 'none',
      ...cancelTerms(target, rules),
    },
    actor: { kind: ctx.actor.kind, id: actorId(ctx.actor) },
  });
  if (!claimed) throw refused('offer-lapsed', { params: { expiredAt: now.toISOString() } });
  return { ...claimed, code };
}

const wishOf = (offer: Offer, accountId: string) => ({
  ...{ residentId: offer.residentId, accountId, facilityId: offer.facilityId, sessionId: offer.sessionId },
  key: `offer-${offer.id}`,
  bodyHash: hashOf(['offer', offer.id]),
  windowStart: offer.windowStart,
  pools: ['public'],
  replaces: null,
});
