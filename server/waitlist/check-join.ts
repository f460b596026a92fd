import { getRuledTarget, type Target } from '../booking/find-target.ts';
import { listActive } from '../booking/list-active.ts';
import { type ActiveBooking, gateRefusal, overlapOf, seatsFor } from '../booking/rules.ts';
import { checkStanding } from '../booking/standing.ts';
import { regionDay } from '../kernel/clock.ts';
import { actorId, type Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { horizonEnd } from '../schedules/rules.ts';
import { clearsAt } from './rules.ts';

export type Join = { facilityId: string; sessionId: string; residentId: string };
export type Joining = { target: Target; active: ActiveBooking[] };

/** Refuses what booking this session would refuse this person: gate, pause, age and sex, caps; and a list that has ended. */
export async function checkJoin(tx: Tx, ctx: Context, join: Join): Promise<Joining> {
  const { target, rules } = await getRuledTarget(ctx, join.facilityId, join.sessionId);
  const now = ctx.clock.now();
  const today = regionDay(now);
  const gate = gateRefusal(target, now, horizonEnd(today, rules));
  if (gate) throw refused(gate.rule, gate);
  if (now >= clearsAt(target)) throw refused('waitlist-over');
  const asked = { key: '', bodyHash: '', windowStart: null, pools: ['public'], replaces: null };
  await checkStanding(tx, ctx, { ...join, ...asked, accountId: actorId(ctx.actor), today }, { target, rules });
  const active = (await listActive(tx.client, [join.residentId], today)).get(join.residentId) ?? [];
  const seats = seatsFor({ ...target, doctorKey: target.practitionerId ?? '-' }, active, rules);
  if ('rule' in seats) throw refused(seats.rule, seats);
  return { target, active };
}

/** Refuses while the session has a number to book, and when none of its times could ever fit this person. */
export async function checkFull(tx: Tx, ctx: Context, join: Join, active: ActiveBooking[]): Promise<void> {
  const { rows } = await tx.client.query<{ start: Date; end: Date; free: boolean }>({
    name: 'list-waited-windows',
    text: `select window_start as start, window_end as "end", bool_or(status = 'free' and window_end > $3) as free
           from tickets where facility_id = $1 and session_id = $2 and pool = 'public' group by window_start, window_end`,
    values: [join.facilityId, join.sessionId, ctx.clock.now()],
  });
  if (rows.some((window) => window.free)) throw refused('waitlist-not-full');
  if (rows.every(({ start, end }) => overlapOf(start, end, active))) throw refused('waitlist-no-time');
}
