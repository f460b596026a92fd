import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { findRules } from '../schedules/find-rules.ts';
import { cancelTerms } from '../schedules/rules.ts';
import { hashOf } from './book.ts';
import { claimTicket } from './claim-ticket.ts';
import { findTarget, type Target } from './find-target.ts';
import { recordBooking } from './record-booking.ts';
import { blockedBy, holdMinutes, overlapOf, seatsFor } from './rules.ts';
import type { decideOfferInput } from './schema.ts';
import { openRequest, takeSeat } from './take-seat.ts';

type Offer = {
  id: string;
  facilityId: string;
  appointmentId: string;
  residentId: string;
  sessionId: string;
  number: number;
  status: string;
  expiresAt: Date;
  windowStart: Date;
};

/** The caps do not stand against a ticket that replaces one the hospital took away. */
const noCaps = { perDay: 20, openMax: 50 };

/** Accepts or declines a kept ticket, once. The answer names the new appointment when accepted. */
export async function decideOffer(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof decideOfferInput>,
): Promise<{ appointmentId: string | null }> {
  const reach = await reachOf(ctx);
  return transact(ctx.db, async (tx) => {
    const offer = await lockOffer(tx, input.facilityId, input.offerId);
    if (!offer || !reach.includes(offer.residentId)) throw notFound('offer');
    if (offer.status !== 'open') throw refused('offer-decided', { params: { status: offer.status } });
    if (offer.expiresAt <= ctx.clock.now())
      throw refused('offer-lapsed', { params: { expiredAt: offer.expiresAt.toISOString() } });
    await closeOffer(tx, offer, input.accept ? 'accepted' : 'declined', ctx.clock.now());
    if (!input.accept) {
      await recordAudit(tx, ctx, {
        facilityId: offer.facilityId,
        action: 'booking.decline-offer',
        subjectType: 'appointment',
        subjectId: offer.appointmentId,
      });
      return { appointmentId: null };
    }
    return { appointmentId: await acceptOffer(tx, ctx, offer) };
  });
}

async function acceptOffer(tx: Tx, ctx: ContextOf<'resident'>, offer: Offer): Promise<string> {
  const target = await findTarget(ctx, offer.facilityId, offer.sessionId);
  if (!target) throw notFound('session');
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

async function lockOffer(tx: Tx, facilityId: string, offerId: string): Promise<Offer | null> {
  const { rows } = await tx.client.query<Offer>(
    `select o.id, o.facility_id as "facilityId", o.appointment_id as "appointmentId", o.resident_id as "residentId",
       o.session_id as "sessionId", o.ticket_number as number, o.status, o.expires_at as "expiresAt", t.window_start as "windowStart"
     from offers o join tickets t on t.facility_id = o.facility_id and t.session_id = o.session_id and t.number = o.ticket_number
     where o.facility_id = $1 and o.id = $2 for update of o`,
    [facilityId, offerId],
  );
  return rows[0] ?? null;
}

/** Ends an offer; unless it was accepted its ticket is free again (or suspended with its session). */
export async function closeOffer(
  tx: Tx,
  offer: Pick<Offer, 'facilityId' | 'id' | 'sessionId' | 'number'>,
  status: 'accepted' | 'declined' | 'lapsed',
  now: Date,
) {
  await tx.client.query('update offers set status = $3, decided_at = $4 where facility_id = $1 and id = $2', [
    offer.facilityId,
    offer.id,
    status,
    now,
  ]);
  if (status === 'accepted') return;
  await tx.client.query(
    `update tickets t set status = case when s.status = 'suspended' then 'suspended' else 'free' end, taken_by = null
     from sessions s where s.facility_id = t.facility_id and s.id = t.session_id
       and t.facility_id = $1 and t.session_id = $2 and t.number = $3 and t.status = 'held'`,
    [offer.facilityId, offer.sessionId, offer.number],
  );
}
