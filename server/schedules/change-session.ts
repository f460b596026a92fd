import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionInstant, regionTime } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { changeCapacity } from './change-capacity.ts';
import { checkDoctorFree, lockPlan } from './check-plan.ts';
import { findRules } from './find-rules.ts';
import { requireKeeper } from './policy.ts';
import { getConsoleSession } from './queries/console.ts';
import { windowsFor } from './rules.ts';
import type { changeSessionInput, changeSessionOutput } from './schema/console.ts';
import { type SessionTimes, timesOf } from './session-times.ts';
import { substituteDoctor } from './substitute-doctor.ts';

type Session = {
  facilityId: string;
  id: string;
  departmentId: string;
  practitionerId: string | null;
  date: string;
  startsAt: Date;
  endsAt: Date;
  feeFen: number;
  status: string;
  hisId: string | null;
  poolTimes: SessionTimes['poolTimes'];
};
type Wish = z.infer<typeof changeSessionInput>;

/**
 * One-off change of a published session: fee (for bookings from now on), times, numbers, or the doctor. All
 * of it happens or nothing. Repeating it finds everything as wished and changes nothing more.
 */
export async function changeSession(ctx: ContextOf<'staff'>, wish: Wish): Promise<z.infer<typeof changeSessionOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  const told = await transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    const session = await lockSession(tx, facilityId, wish.sessionId, ctx.clock.now());
    const detail: Record<string, unknown> = {};
    if (wish.feeFen !== undefined && wish.feeFen !== session.feeFen) {
      await tx.client.query('update sessions set fee_fen = $3 where facility_id = $1 and id = $2', [
        facilityId,
        session.id,
        wish.feeFen,
      ]);
      detail.feeFen = { before: session.feeFen, after: wish.feeFen };
    }
    const times = await changeTimes(tx, session, wish);
    if (times) detail.times = times;
    if (wish.capacity !== undefined) {
      const capacity = await changeCapacity(tx, ctx, session, wish.capacity);
      if (capacity.before !== capacity.after) detail.capacity = capacity;
    }
    let count = 0;
    if (wish.practitionerId !== undefined && wish.practitionerId !== session.practitionerId) {
      count = await substituteDoctor(tx, ctx, session, wish.practitionerId);
      detail.practitionerId = { before: session.practitionerId, after: wish.practitionerId, told: count };
    }
    if (Object.keys(detail).length > 0) {
      const entry = { facilityId, action: 'schedules.change-session', subjectType: 'session', subjectId: session.id };
      await recordAudit(tx, ctx, { ...entry, detail: { ...detail, reason: wish.reason } });
    }
    return count;
  });
  return { session: await getConsoleSession(ctx, facilityId, wish.sessionId), told };
}

async function lockSession(tx: Tx, facilityId: string, sessionId: string, now: Date): Promise<Session> {
  const { rows } = await tx.client.query<Session>(
    `select facility_id as "facilityId", id, department_id as "departmentId", practitioner_id as "practitionerId", date,
       starts_at as "startsAt", ends_at as "endsAt", fee_fen as "feeFen", status, his_id as "hisId",
       pool_times as "poolTimes"
     from sessions where facility_id = $1 and id = $2 for update`,
    [facilityId, sessionId],
  );
  const session = rows[0];
  if (!session) throw notFound('session');
  if (session.hisId) throw refused('session-owned-by-hospital');
  if (session.status === 'suspended') throw refused('stopped');
  if (session.status === 'ended' || session.endsAt <= now) throw refused('session-over');
  return session;
}

/** New times only while nobody holds a number, as the printed window would be wrong. Updates `session` too. */
async function changeTimes(tx: Tx, session: Session, wish: Wish) {
  const before = { startsAt: regionTime(session.startsAt), endsAt: regionTime(session.endsAt) };
  const after = { startsAt: wish.startsAt ?? before.startsAt, endsAt: wish.endsAt ?? before.endsAt };
  if (after.startsAt === before.startsAt && after.endsAt === before.endsAt) return null;
  if (after.startsAt >= after.endsAt) throw invalid('session-times', after);
  const key = [session.facilityId, session.id];
  // locks the numbers, so that no claim slips in between the look and the change
  const { rows } = await tx.client.query<{ number: number; status: string }>(
    'select number, status from tickets where facility_id = $1 and session_id = $2 order by number for update',
    key,
  );
  const taken = rows.filter((t) => t.status !== 'free' && t.status !== 'suspended').length;
  if (taken > 0) throw refused('session-has-bookings', { params: { taken } });
  session.startsAt = regionInstant(session.date, after.startsAt);
  session.endsAt = regionInstant(session.date, after.endsAt);
  await checkDoctorFree(tx.client, session.practitionerId, session.startsAt, session.endsAt, session.id);
  const rules = await findRules(tx.client, session.facilityId, session.date);
  // the pools it was published with, at the times that follow from the new ones
  const quotas = Object.fromEntries(Object.keys(session.poolTimes).map((pool) => [pool, 1]));
  const times = timesOf({ ...session, quotas }, rules);
  await tx.client.query(
    `update sessions set starts_at = $3, ends_at = $4, close_at = $5, pool_times = $6::jsonb,
       pools_due_at = (select min(value::timestamptz) from jsonb_each_text($6::jsonb))
     where facility_id = $1 and id = $2`,
    [...key, session.startsAt, session.endsAt, times.closeAt, JSON.stringify(times.poolTimes)],
  );
  const windows = windowsFor(session.startsAt, session.endsAt, rows.length);
  await tx.client.query(
    `update tickets t set window_start = w.s, window_end = w.e
     from unnest($3::smallint[], $4::timestamptz[], $5::timestamptz[]) as w(n, s, e)
     where t.facility_id = $1 and t.session_id = $2 and t.number = w.n`,
    [...key, rows.map((t) => t.number), windows.map((w) => w.start), windows.map((w) => w.end)],
  );
  return { before, after };
}
