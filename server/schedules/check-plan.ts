import { invalid, notFound, refused } from '../kernel/errors.ts';
import type { Queryable } from './find-rules.ts';
import { isFairQuota, type Quotas } from './rules.ts';

export type Plan = {
  departmentId: string;
  practitionerId: string | null;
  startsAt: string;
  endsAt: string;
  capacity: number;
  quotas: Quotas;
};

/** Refuses a template or session that cannot be: times the wrong way round, or too few numbers for everybody. */
export function checkPlan(plan: Pick<Plan, 'startsAt' | 'endsAt' | 'capacity' | 'quotas'>): void {
  if (plan.startsAt >= plan.endsAt) throw invalid('session-times', { startsAt: plan.startsAt, endsAt: plan.endsAt });
  if (!isFairQuota(plan.capacity, plan.quotas))
    throw refused('quota-too-large', { params: { capacity: plan.capacity } });
}

/** The department is the facility's own, and the doctor, if one is named, works in it on `day`. */
export async function checkStaffing(
  db: Queryable,
  facilityId: string,
  plan: Pick<Plan, 'departmentId' | 'practitionerId'>,
  day: string,
) {
  const { rows } = await db.query<{ department: boolean; doctor: boolean }>(
    `select exists (select 1 from departments where id = $2 and facility_id = $1) as department,
       $3::text is null or exists (
         select 1 from practitioner_roles where practitioner_id = $3 and department_id = $2 and facility_id = $1
           and valid_from <= $4 and (valid_to is null or valid_to >= $4)) as doctor`,
    [facilityId, plan.departmentId, plan.practitionerId, day],
  );
  if (!rows[0]?.department) throw notFound('department');
  if (!rows[0].doctor) throw notFound('doctor');
}

/** One writer of a facility's plan at a time, so that two people cannot both find a doctor free. */
export async function lockPlan(db: Queryable, facilityId: string): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('schedules:' || $1, 0))`, [facilityId]);
}

/** A doctor sees patients in one place at a time; suspended and ended sessions do not count. */
export async function checkDoctorFree(
  db: Queryable,
  practitionerId: string | null,
  starts: Date,
  ends: Date,
  except: string,
) {
  if (!practitionerId) return;
  const { rows } = await db.query<{ id: string; name: string }>(
    `select s.id, d.name from sessions s join departments d on d.id = s.department_id
     where s.practitioner_id = $1 and s.status in ('draft', 'published', 'halted') and s.id <> $4
       and s.starts_at < $3 and s.ends_at > $2 and s.date between ($2::timestamptz)::date - 1 and ($3::timestamptz)::date + 1 limit 1`,
    [practitionerId, starts, ends, except],
  );
  if (rows[0]) throw refused('doctor-overlap', { blocking: { kind: 'session', id: rows[0].id, label: rows[0].name } });
}
