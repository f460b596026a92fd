import { recordAudit } from '../audit/record-audit.ts';
import type { Target } from '../booking/find-target.ts';
import { listActive } from '../booking/list-active.ts';
import { type ActiveBooking, overlapOf, seatsFor } from '../booking/rules.ts';
import { findStanding } from '../booking/standing.ts';
import { standingRefusal } from '../booking/standing-rules.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import type { Rules } from '../schedules/rules.ts';
import { endRest, type Resting, restedFrom } from '../schedules/settle-return.ts';
import { waitParams, waitsLink } from './lock-wait.ts';
import { askingOrder, offerLeastMinutes, offerUntil, type Place } from './rules.ts';

export type Ruled = { target: Target; rules: Rules };
type Candidate = Place & { residentId: string };

/**
 * Keeps a locked number for the first waiting person whom it fits, bound to that person, and tells them until
 * when. False when nobody can be asked. Two numbers at once go to two people: each claims a place that still waits.
 */
export async function offerNumber(tx: Tx, ctx: Context, { target, rules }: Ruled, seat: Resting): Promise<boolean> {
  const now = ctx.clock.now();
  const until = offerUntil(target, now, rules);
  if (until.getTime() - now.getTime() < offerLeastMinutes * 60_000) return false;
  const waiting = await listWaiting(tx, seat);
  if (waiting.length === 0) return false;
  const ids = waiting.map((one) => one.residentId);
  const active = await listActive(tx.client, ids, regionDay(now));
  for (const one of askingOrder(waiting, restedFrom(seat), ctx.ids.chance)) {
    if (!fits({ target, rules }, seat, active.get(one.residentId) ?? [])) continue;
    const standing = await findStanding(tx.client, one.residentId, now);
    const asks = { staffed: false, changes: false };
    if (!standing || standingRefusal(standing, target, rules, asks, now)) continue;
    if (!(await claimPlace(tx, seat, one.id, until, now))) continue;
    await endRest(tx, seat, 'held');
    await tell(tx, ctx, { target, seat, until, wait: one });
    return true;
  }
  return false;
}

/** The same caps and overlap as for any booking, asked again when the person accepts. */
function fits({ target, rules }: Ruled, seat: Resting, active: ActiveBooking[]): boolean {
  if ('rule' in seatsFor({ ...target, doctorKey: target.practitionerId ?? '-' }, active, rules)) return false;
  return !overlapOf(seat.windowStart, seat.windowEnd, active);
}

/** The first of a long list: who cannot take this number stays in line for the next. */
async function listWaiting(tx: Tx, { facilityId, sessionId }: Resting): Promise<Candidate[]> {
  const { rows } = await tx.client.query<Candidate>({
    name: 'list-waiting',
    text: `select id, resident_id as "residentId", joined_at as "joinedAt" from waitlist_entries
           where facility_id = $1 and session_id = $2 and state = 'waiting' order by joined_at, id limit 200`,
    values: [facilityId, sessionId],
  });
  return rows;
}

/** Waits for a neighbour who is just asking the same person, then finds the place no longer waiting. */
async function claimPlace(tx: Tx, seat: Resting, entryId: string, until: Date, now: Date): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'claim-waiting-place',
    text: `update waitlist_entries set state = 'offered', ticket_number = $3, offered_at = $4, expires_at = $5
           where facility_id = $1 and id = $2 and state = 'waiting'`,
    values: [seat.facilityId, entryId, seat.number, now, until],
  });
  return rowCount === 1;
}

type Offered = { target: Target; seat: Resting; until: Date; wait: Candidate };

async function tell(tx: Tx, ctx: Context, { target, seat, until, wait }: Offered): Promise<void> {
  await recordAudit(tx, ctx, {
    facilityId: target.facilityId,
    action: 'waitlist.offer',
    subjectType: 'wait',
    subjectId: wait.id,
    detail: { sessionId: seat.sessionId, number: seat.number, until: until.toISOString() },
  });
  await tellResident(tx, ctx, {
    residentId: wait.residentId,
    kind: 'wait-offer',
    params: {
      ...waitParams(target),
      windowStart: seat.windowStart.toISOString(),
      windowEnd: seat.windowEnd.toISOString(),
      number: seat.number,
      until: until.toISOString(),
    },
    link: waitsLink,
  });
}
