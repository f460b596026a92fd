import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { hashOf } from './book.ts';
import { closeOffer } from './close-offer.ts';
import { type Made, makeBooking } from './make-booking.ts';
import { expectStaff } from './policy.ts';

export type HandWish = { key: string; appointmentId: string; sessionId: string; windowStart: Date | null };

/**
 * Staff who have spoken to somebody of a stopped clinic book another number for them, the desk's share included;
 * what was still kept for that person is given back. One new number for each lost one.
 */
export async function placeByHand(ctx: ContextOf<'staff'>, wish: HandWish): Promise<Made> {
  const { facilityId, accountId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'place');
  const residentId = await findLost(ctx, wish.appointmentId);
  const { key, sessionId, windowStart } = wish;
  return makeBooking(
    { ...ctx, channel: 'phone' },
    {
      ...{ residentId, accountId, key, facilityId, sessionId, windowStart },
      bodyHash: hashOf(['place', wish.appointmentId, sessionId, windowStart?.toISOString() ?? '']),
      pools: ['public', 'desk'],
      replaces: null,
      today: regionDay(ctx.clock.now()),
      also: (tx, made) => takePlace(tx, ctx, wish.appointmentId, made),
    },
  );
}

/** Whose appointment it was that a stopped clinic of this facility took away. */
async function findLost(ctx: ContextOf<'staff'>, appointmentId: string): Promise<string> {
  const { rows } = await ctx.db.pool.query<{ residentId: string }>(
    `select resident_id as "residentId" from appointments
     where facility_id = $1 and id = $2 and cancel_reason = 'clinic-stopped'`,
    [ctx.actor.facilityId, appointmentId],
  );
  if (!rows[0]) throw notFound('appointment');
  return rows[0].residentId;
}

/** The lost appointment is locked, so that two colleagues, or the resident's own tap, do not place one person twice. */
async function takePlace(tx: Tx, ctx: ContextOf<'staff'>, lostId: string, made: Made): Promise<void> {
  const { facilityId } = ctx.actor;
  const open = await tx.client.query<{ id: string; sessionId: string; number: number }>(
    `select id, session_id as "sessionId", ticket_number as number from offers
     where facility_id = $1 and appointment_id = $2 and status = 'open' for update`,
    [facilityId, lostId],
  );
  await tx.client.query('select 1 from appointments where facility_id = $1 and id = $2 for update', [
    facilityId,
    lostId,
  ]);
  const placed = await tx.client.query(
    `select 1 from appointments where facility_id = $1 and replaces = $2 and status not in ('cancelled', 'rejected')`,
    [facilityId, lostId],
  );
  if (placed.rows.length > 0) throw refused('already-placed');
  for (const offer of open.rows) await closeOffer(tx, ctx, { ...offer, facilityId }, 'declined');
  await tx.client.query('update appointments set replaces = $3 where facility_id = $1 and id = $2', [
    ...[facilityId, made.appointmentId],
    lostId,
  ]);
  await recordAudit(tx, ctx, {
    ...{ facilityId, action: 'booking.place-by-hand', subjectType: 'appointment', subjectId: made.appointmentId },
    detail: { lost: lostId },
  });
}
