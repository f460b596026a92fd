import { actorId, type Context } from '../kernel/context.ts';
import { Fault, type Refusal, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { issueExtraTicket } from '../schedules/issue-extra-ticket.ts';
import { cancelTerms, horizonEnd, type Rules } from '../schedules/rules.ts';
import type { BookingWish } from './booking-wish.ts';
import { type Claim, type Claimed, claimTicket } from './claim-ticket.ts';
import { explainNoTicket } from './explain-no-ticket.ts';
import { getRuledTarget, type Target } from './find-target.ts';
import { lookAgain, TargetMoved } from './look-again.ts';
import { recordBooking } from './record-booking.ts';
import { releaseOld } from './release-old.ts';
import { blockedBy, gateRefusal, holdMinutes, overlapOf, seatsFor } from './rules.ts';
import { checkStanding } from './standing.ts';
import { findRequest, openRequest, takeSeat } from './take-seat.ts';

export type Made = { facilityId: string; appointmentId: string };

/** The one path by which every channel books: gate, caps, claim, seat, audit, outbox in one transaction. */
export const makeBooking = (ctx: Context, wish: BookingWish): Promise<Made> => lookAgain(() => tryBooking(ctx, wish));

async function tryBooking(ctx: Context, wish: BookingWish): Promise<Made> {
  const { target, rules } = await getRuledTarget(ctx, wish.facilityId, wish.sessionId);
  const appointmentId = ctx.ids.next();
  return transact(ctx.db, async (tx) => {
    const opening = await openRequest(tx, { ...wish, appointmentId }, ctx.clock.now(), wish.today);
    if (!opening.fresh) return earlier(tx, wish);
    const active = wish.replaces ? await releaseOld(tx, ctx, wish, opening.active) : opening.active;
    const now = ctx.clock.now();
    const gate = wish.extra || wish.drawn ? null : gateRefusal(target, now, horizonEnd(wish.today, rules));
    if (gate) throw refusal(gate);
    await checkStanding(tx, ctx, wish, { target, rules });
    if (wish.extra) await issueExtraTicket(tx, ctx, wish);
    const wanted = { departmentId: target.departmentId, doctorKey: target.practitionerId ?? '-', date: target.date };
    const seats = seatsFor(wanted, active, rules);
    if ('rule' in seats) throw refusal(seats);
    const claimed = await claim(tx, ctx, { wish, target, rules, appointmentId, now });
    const overlap = overlapOf(claimed.windowStart, claimed.windowEnd, active);
    if (overlap) throw refused('overlap', { blocking: blockedBy(overlap) });
    const { windowStart, windowEnd } = claimed;
    await takeSeat(tx, { ...wish, ...wanted, ...seats, appointmentId, windowStart, windowEnd }, now);
    if (wish.reroute) await waiveFee(tx, target.facilityId, appointmentId);
    await recordBooking(tx, ctx, { wish, target, appointmentId, claimed });
    const made = { facilityId: target.facilityId, appointmentId };
    await wish.also?.(tx, made);
    return made;
  });
}

type ClaimArgs = { wish: BookingWish; target: Target; rules: Rules; appointmentId: string; now: Date };

async function claim(
  tx: Tx,
  ctx: Context,
  { wish, target, rules, appointmentId, now }: ClaimArgs,
): Promise<Claimed & { code: string }> {
  const held = target.authority === 'confirmed' && target.tells;
  const code = ctx.ids.code();
  const claimed = await claimTicket(tx, {
    facilityId: target.facilityId,
    sessionId: target.sessionId,
    pools: wish.pools,
    windowStart: wish.windowStart,
    now,
    way: wayOf(wish),
    appointment: {
      id: appointmentId,
      code,
      residentId: wish.residentId,
      accountId: wish.accountId,
      channel: ctx.channel,
      status: held ? 'held' : 'booked',
      replaces: wish.replaces?.appointmentId ?? null,
      heldUntil: held ? new Date(now.getTime() + holdMinutes * 60_000) : null,
      hisState: target.tells ? 'pending' : 'none',
      ...cancelTerms(target, rules),
    },
    actor: { kind: ctx.actor.kind, id: actorId(ctx.actor) },
  });
  if (!claimed) throw refusal(await explainNoTicket(ctx, wish, target));
  if (claimed.practitionerId !== target.practitionerId) throw new TargetMoved('the session has another doctor now');
  return { ...claimed, code };
}

const wayOf = ({ drawn, extra }: BookingWish): Claim['way'] =>
  drawn ? { kind: 'kept', number: drawn.number } : { kind: extra ? 'extra' : 'public' };

const waiveFee = (tx: Tx, facilityId: string, appointmentId: string) =>
  tx.client.query('update appointments set fee_fen = 0 where facility_id = $1 and id = $2', [
    facilityId,
    appointmentId,
  ]);

/** The request with this key already went through: the same wish gets the same appointment. */
async function earlier(tx: Tx, wish: BookingWish): Promise<Made> {
  const found = await findRequest(tx, wish.residentId, wish.accountId, wish.key);
  if (found?.bodyHash !== wish.bodyHash) throw new Fault('conflict', { rule: 'key-reused' });
  return { facilityId: found.facilityId, appointmentId: found.appointmentId };
}

const refusal = ({ rule, ...rest }: Refusal): Fault => refused(rule, rest);
