import { addDays, regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { NumberType } from '../schedules/rules.ts';

export type Earliest = {
  departmentId: string;
  sessionId: string;
  date: string;
  startsAt: Date;
  numberType: NumberType;
  practitionerId: string | null;
  practitionerName: string | null;
  practitionerTitle: string | null;
  feeFen: number;
};

/** The usual booking horizon (domain.md §3.1). */
export const horizonDays = 14;
/**
 * Days looked at in turn, each only for departments that had no number before: nearly all have one by
 * tomorrow, and then three sessions a department are looked into and not thirty.
 */
const steps = [2, 6, horizonDays];

/**
 * The first session with a free public number, one a department; the cheaper one where two begin together.
 * No lateral join, which a cluster refuses. Hot: prepared. 409 departments of 1.5 million tickets: 14 ms.
 */
const firstSessions = {
  name: 'find-earliest-sessions',
  text: `select distinct on (s.department_id) s.department_id as "departmentId", s.id as "sessionId", s.date, s.starts_at as "startsAt",
           s.number_type as "numberType", s.practitioner_id as "practitionerId", p.name as "practitionerName",
           p.title as "practitionerTitle", s.fee_fen as "feeFen"
         from sessions s left join practitioners p on p.id = s.practitioner_id
         where s.department_id = any($1) and s.date >= $3::date and s.date < $4::date and s.status = 'published'
           and s.release_at <= $2 and s.close_at > $2
           and exists (select 1 from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
             and t.status = 'free' and t.pool = 'public' and t.window_end > $2)
         order by s.department_id, s.date, s.starts_at, s.fee_fen, s.id`,
};

/** The earliest number anyone may take at each department; a department without one is absent. */
export async function findEarliest(
  ctx: Pick<Context, 'db' | 'clock'>,
  departmentIds: string[],
): Promise<Map<string, Earliest>> {
  const today = regionDay(ctx.clock.now());
  const found = new Map<string, Earliest>();
  let from = 0;
  for (const to of steps) {
    const rest = departmentIds.filter((id) => !found.has(id));
    for (const row of await firstBetween(ctx, rest, addDays(today, from), addDays(today, to)))
      found.set(row.departmentId, row);
    from = to;
  }
  return found;
}

async function firstBetween(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  departmentIds: string[],
  from: string,
  to: string,
): Promise<Earliest[]> {
  if (departmentIds.length === 0) return [];
  const { rows } = await db.pool.query<Earliest>({
    ...firstSessions,
    values: [departmentIds, clock.now(), from, to],
  });
  return rows;
}

/** Whole days from `today` to a date, both 'YYYY-MM-DD'. */
export const daysUntil = (today: string, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
