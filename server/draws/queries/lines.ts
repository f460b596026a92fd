import type { Context } from '../../kernel/context.ts';
import { type DrawStatus, phaseOf } from '../rules.ts';
import type { DrawLine } from '../schema.ts';

/** A line as the database has it; what it is called depends on the hour. */
export type LineRow = Omit<DrawLine, 'phase'> & { status: DrawStatus };

export const lineColumns = `w.facility_id as "facilityId", w.session_id as "sessionId", f.name as "facilityName",
  d.id as "departmentId", d.name as "departmentName", p.name as "practitionerName", p.title as "practitionerTitle", s.date,
  s.half_day as "halfDay", s.starts_at as "startsAt", s.ends_at as "endsAt", w.status, w.opens_at as "opensAt", w.closes_at as "closesAt",
  coalesce(cardinality(w.offered), (select count(*) from tickets t where t.facility_id = w.facility_id
    and t.session_id = w.session_id and t.pool = 'public' and t.status = 'free'))::int as numbers,
  (select count(*) from draw_entries e where e.facility_id = w.facility_id and e.session_id = w.session_id
    and e.status <> 'withdrawn') as requests`;
export const lineJoins = `join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
  join facilities f on f.id = w.facility_id join departments d on d.id = s.department_id
  left join practitioners p on p.id = s.practitioner_id`;

export function toLine<Row extends LineRow>({ status, ...row }: Row, now: Date) {
  return { ...row, phase: phaseOf({ status, opensAt: row.opensAt, closesAt: row.closesAt }, now) };
}

/** Draws that come, run, or ended in the last thirty days; the next to close first, then the latest done. */
export async function listLines(
  ctx: Pick<Context, 'db' | 'clock'>,
  where: { text: string; values: unknown[] },
): Promise<DrawLine[]> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<LineRow>(
    `select ${lineColumns} from draws w ${lineJoins}
     where w.closes_at > $1::timestamptz - interval '30 days' and ${where.text}
     order by w.status in ('drawn', 'void'), abs(extract(epoch from w.closes_at - $1::timestamptz)) limit 100`,
    [now, ...where.values],
  );
  return rows.map((row) => toLine(row, now));
}
