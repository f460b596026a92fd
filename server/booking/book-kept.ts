import { regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { cancelTerms, type Rules } from '../schedules/rules.ts';
import { claimTicket } from './claim-ticket.ts';
import { getRuledTarget, type Target } from './find-target.ts';
import { TargetMoved } from './look-again.ts';
import { recordBooking } from './record-booking.ts';
import { blockedBy, type Caps, holdMinutes, overlapOf, seatsFor } from './rules.ts';
import { checkStanding } from './standing.ts';
import { openRequest, takeSeat } from './take-seat.ts';

/** A ticket held for one person, who now takes it. */
export type Kept = {
  residentId: string;
  facilityId: string;
  sessionId: string;
  number: number;
  windowStart: Date;
  key: string;
  bodyHash: string;
  /** The appointment that the hospital took away: neither caps nor pauses stand against its replacement. */
  replaces: string | null;
};
const noCaps: Caps = { perDay: 20, openMax: 50 };

/**
 * Turns a kept ticket into an appointment, by the rules of any booking except release, close and horizon. The
 * caller has locked the offer, so that it happens once; a ticket no longer kept refuses with offer-lapsed.
 */
export async function bookKept(tx: Tx, ctx: ContextOf<'resident' | 'staff'>, kept: Kept): Promise<string> {
  const { target, rules } = await getRuledTarget(ctx, kept.facilityId, kept.sessionId);
  if (target.status === 'halted') throw refused('halted');
  const [now, today, appointmentId] = [ctx.clock.now(), regionDay(ctx.clock.now()), ctx.ids.next()];
  const { accountId } = ctx.actor;
  const wish = { ...kept, accountId, pools: ['public'], replaces: null, today };
  const opening = await openRequest(tx, { ...wish, appointmentId }, now, today);
  if (!kept.replaces) await checkStanding(tx, ctx, wish, { target, rules });
  const wanted = { departmentId: target.departmentId, doctorKey: target.practitionerId ?? '-', date: target.date };
  const seats = seatsFor(wanted, opening.active, kept.replaces ? noCaps : rules);
  if ('rule' in seats) throw refused(seats.rule, seats);
  const claimed = await claimKept(tx, ctx, kept, { target, rules }, appointmentId);
  const overlap = overlapOf(claimed.windowStart, claimed.windowEnd, opening.active);
  if (overlap) throw refused('overlap', { blocking: blockedBy(overlap) });
  const { windowStart, windowEnd } = claimed;
  await takeSeat(tx, { ...wish, ...wanted, ...seats, appointmentId, windowStart, windowEnd }, now);
  await recordBooking(tx, ctx, { wish, target, appointmentId, claimed });
  return appointmentId;
}

async function claimKept(
  tx: Tx,
  ctx: ContextOf<'resident' | 'staff'>,
  kept: Kept,
  { target, rules }: { target: Target; rules: Rules },
  appointmentId: string,
) {
  const now = ctx.clock.now();
  const held = target.authority === 'confirmed' && target.tells;
  const code = ctx.ids.code();
  const claimed = await claimTicket(tx, {
    facilityId: kept.facilityId,
    sessionId: kept.sessionId,
    pools: ['public'],
    windowStart: kept.windowStart,
    now,
    way: { kind: 'kept', number: kept.number },
    appointment: {
      ...{ id: appointmentId, code, residentId: kept.residentId, accountId: ctx.actor.accountId, channel: ctx.channel },
      status: held ? 'held' : 'booked',
      replaces: kept.replaces,
      heldUntil: held ? new Date(now.getTime() + holdMinutes * 60_000) : null,
      hisState: target.tells ? 'pending' : 'none',
      ...cancelTerms(target, rules),
    },
    actor: { kind: ctx.actor.kind, id: actorId(ctx.actor) },
  });
  if (!claimed) {
    if (await isStillKept(tx, kept, now)) throw new TargetMoved('others had the ticket in hand');
    throw refused('offer-lapsed', { params: { expiredAt: now.toISOString() } });
  }
  if (claimed.practitionerId !== target.practitionerId) throw new TargetMoved('the session has another doctor now');
  return { ...claimed, code };
}

/** Waits for whoever has the ticket in hand (its doctor or its numbers are just being changed), then looks at it. */
async function isStillKept(tx: Tx, { facilityId, sessionId, number, windowStart }: Kept, now: Date): Promise<boolean> {
  const { rows } = await tx.client.query<{ kept: boolean }>({
    name: 'is-ticket-still-kept',
    text: `select t.status = 'held' and t.window_start = $4 and s.status = 'published' and s.ends_at > $5 as kept
           from tickets t join sessions s on s.facility_id = t.facility_id and s.id = t.session_id
           where t.facility_id = $1 and t.session_id = $2 and t.number = $3 for update of t`,
    values: [facilityId, sessionId, number, windowStart, now],
  });
  return rows[0]?.kept ?? false;
}
