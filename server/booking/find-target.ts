import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findRules } from '../schedules/find-rules.ts';
import { type Limits, limitsOf } from '../schedules/limit-rules.ts';
import type { NumberType, Rules } from '../schedules/rules.ts';

/** What the commit must know of a session before it claims a ticket. */
export type Target = {
  facilityId: string;
  facilityName: string;
  sessionId: string;
  departmentId: string;
  departmentName: string;
  practitionerId: string | null;
  date: string;
  startsAt: Date;
  numberType: NumberType;
  status: string;
  releaseAt: Date;
  closeAt: Date;
  drawOpensAt: Date | null;
  drawClosesAt: Date | null;
  cutoffAt: Date | null;
  reopensAt: Date | null;
  limits: Limits | null;
  authority: 'granted' | 'confirmed';
  /** The hospital's system is to be told of bookings. */
  tells: boolean;
};

/** Session with its facility, or null. Hot: one prepared statement. */
export async function findTarget(
  ctx: Pick<Context, 'db'>,
  facilityId: string,
  sessionId: string,
): Promise<Target | null> {
  const { rows } = await ctx.db.pool.query<Target>({
    name: 'find-booking-target',
    text: `select s.facility_id as "facilityId", f.name as "facilityName", s.id as "sessionId", s.department_id as "departmentId",
             d.name as "departmentName", s.practitioner_id as "practitionerId", s.date, s.starts_at as "startsAt",
             s.number_type as "numberType", s.status, s.draw_opens_at as "drawOpensAt",
             s.draw_closes_at as "drawClosesAt", s.release_at as "releaseAt", s.close_at as "closeAt", s.cutoff_at as "cutoffAt",
             s.reopens_at as "reopensAt", f.authority, ${limitsOf} as limits,
             exists (select 1 from his_endpoints h where h.facility_id = s.facility_id) as tells
           from sessions s join facilities f on f.id = s.facility_id join departments d on d.id = s.department_id
           where s.facility_id = $1 and s.id = $2`,
    values: [facilityId, sessionId],
  });
  return rows[0] ?? null;
}

/** The session with the rules of its day. Throws session-not-found. */
export async function getRuledTarget(
  ctx: Pick<Context, 'db'>,
  facilityId: string,
  sessionId: string,
): Promise<{ target: Target; rules: Rules }> {
  const target = await findTarget(ctx, facilityId, sessionId);
  if (!target) throw notFound('session');
  return { target, rules: await findRules(ctx.db.pool, facilityId, target.date) };
}
