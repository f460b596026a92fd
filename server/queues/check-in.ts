import { arrive } from '../booking/check-in.ts';
import { type Locked, lockAppointment } from '../booking/end-appointment.ts';
import { findOwner } from '../booking/queries.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { findRules } from '../schedules/find-rules.ts';
import type { Rules } from '../schedules/rules.ts';
import { joinLine } from './join-line.ts';
import { expectQueueStaff } from './policy.ts';
import { getCheckedIn } from './queries/place.ts';
import { selfCheckInRefusal } from './rules.ts';
import type { CheckedIn } from './schema.ts';

export type Which = { facilityId: string; appointmentId: string };

/** The desk checks a patient in, early or late, on the day itself; who is late is called after a few others. */
export async function checkInAtDesk(ctx: ContextOf<'staff'>, which: Which): Promise<CheckedIn> {
  expectQueueStaff(ctx.actor, which.facilityId, 'check-in');
  return enter({ ...ctx, channel: 'desk' }, which, false);
}

/** The resident's own phone, on the page or in WeChat: inside the facility's time before the window. */
export async function checkInByPhone(ctx: ContextOf<'resident'>, which: Which): Promise<CheckedIn> {
  const owner = await findOwner(ctx, which.facilityId, which.appointmentId);
  if (!owner || !(await reachOf(ctx)).includes(owner)) throw notFound('appointment');
  return enter(ctx, which, true);
}

/** `alone`: without staff, so the facility's times hold. */
export async function enter(ctx: Context, { facilityId, appointmentId }: Which, alone: boolean): Promise<CheckedIn> {
  const late = await transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, facilityId, appointmentId);
    const sessionEndsAt = await endOfSession(tx, a);
    const rules = await findRules(tx.client, facilityId, a.date);
    if (alone && a.status === 'booked') expectInTime(ctx, a, sessionEndsAt, rules);
    await arrive(tx, ctx, a);
    return (await joinLine(tx, ctx, a, { sessionEndsAt, rules })).late;
  });
  return getCheckedIn(ctx, facilityId, appointmentId, late);
}

/** Another day is told before "too early": the person at the kiosk should learn the day first. */
function expectInTime(ctx: Context, a: Locked, sessionEndsAt: Date, rules: Rules): void {
  if (a.date !== regionDay(ctx.clock.now())) throw refused('not-today', { params: { date: a.date } });
  const times = { date: a.date, windowStart: a.windowStart, windowEnd: a.windowEnd, sessionEndsAt };
  const refusal = selfCheckInRefusal(times, ctx.clock.now(), rules);
  if (!refusal) return;
  const { rule, ...rest } = refusal;
  throw refused(rule, { ...rest, params: { date: a.date, minutes: rules.checkInMinutes } });
}

export async function endOfSession(tx: Tx, a: { facilityId: string; sessionId: string }): Promise<Date> {
  const { rows } = await tx.client.query<{ endsAt: Date }>({
    name: 'end-of-session',
    text: 'select ends_at as "endsAt" from sessions where facility_id = $1 and id = $2',
    values: [a.facilityId, a.sessionId],
  });
  if (!rows[0]) throw notFound('session');
  return rows[0].endsAt;
}
