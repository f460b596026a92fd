import { regionInstant, regionTime } from '../kernel/clock.ts';
import { invalid, notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { checkDoctorFree } from './check-plan.ts';
import { findRules } from './find-rules.ts';
import type { PoolTimes } from './pool-rules.ts';
import { windowsFor } from './rules.ts';
import { timesOf } from './session-times.ts';

export type OwnSession = {
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
  poolTimes: PoolTimes;
};

/** Locks a session that is laid out here and not over yet. Throws the rule that forbids changing any other. */
export async function lockOwnSession(tx: Tx, facilityId: string, sessionId: string, now: Date): Promise<OwnSession> {
  const { rows } = await tx.client.query<OwnSession>(
    `select facility_id as "facilityId", id, department_id as "departmentId", practitioner_id as "practitionerId", date,
       starts_at as "startsAt", ends_at as "endsAt", fee_fen as "feeFen", status, his_id as "hisId",
       pool_times as "poolTimes"
     from sessions where facility_id = $1 and id = $2 for no key update`,
    [facilityId, sessionId],
  );
  const session = rows[0];
  if (!session) throw notFound('session');
  if (session.hisId) throw refused('session-owned-by-hospital');
  if (session.status === 'suspended') throw refused('stopped');
  if (session.status === 'ended' || session.endsAt <= now) throw refused('session-over');
  return session;
}

export type Times = { startsAt: string; endsAt: string };

/**
 * New times of a locked session on its day, with new windows for its numbers, which stay locked so that no claim
 * slips in. `taken` numbers are the caller's to allow or refuse. Null when nothing changes; updates `session` too.
 */
export async function moveTimes(
  tx: Tx,
  session: OwnSession,
  wish: Partial<Times>,
  allow: (taken: number) => void,
): Promise<{ before: Times; after: Times } | null> {
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
  allow(taken);
  session.startsAt = regionInstant(session.date, after.startsAt);
  session.endsAt = regionInstant(session.date, after.endsAt);
  await checkDoctorFree(tx.client, session.practitionerId, session.startsAt, session.endsAt, session.id);
  const rules = await findRules(tx.client, session.facilityId, session.date);
  // the pools it was published with, at the times that follow from the new ones
  const quotas = Object.fromEntries(Object.keys(session.poolTimes).map((pool) => [pool, 1]));
  const times = timesOf({ ...session, quotas }, rules);
  // a session that awaits its draw is released at its close and not before
  await tx.client.query(
    `update sessions set starts_at = $3, ends_at = $4, close_at = $5, pool_times = $6::jsonb,
       pools_due_at = (select min(value::timestamptz) from jsonb_each_text($6::jsonb)),
       release_at = case when draw_closes_at is not null and release_at = close_at then $5 else release_at end
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
