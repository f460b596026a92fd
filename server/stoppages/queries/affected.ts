import { addDays } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { invalid, notFound, refused } from '../../kernel/errors.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { expectStopper } from '../policy.ts';
import { longestDays } from '../rules.ts';
import type { Preview, Wish } from '../schema.ts';

type Queryable = Pick<Tx['client'], 'query'>;
type Staff = Pick<ContextOf<'staff'>, 'db' | 'actor' | 'clock'>;

/** Clinics of the department or doctor in these days that are not over and not stopped already. */
const affected = `
  from sessions s
  where s.facility_id = $1 and ($2::text is null or s.department_id = $2) and ($3::text is null or s.practitioner_id = $3)
    and s.date between $4 and $5 and s.status in ('published', 'halted') and s.ends_at > $6`;

const valuesOf = (facilityId: string, wish: Wish, now: Date) => [
  ...[facilityId, wish.departmentId ?? null, wish.practitionerId ?? null, wish.from, wish.to],
  now,
];

/** Throws unless the days make sense and the department or doctor is the facility's own. */
export async function expectSound(db: Queryable, facilityId: string, wish: Wish): Promise<void> {
  if (wish.from > wish.to) throw invalid('stoppage-days', { from: wish.from, to: wish.to });
  if (wish.to >= addDays(wish.from, longestDays))
    throw refused('stoppage-too-long', { params: { limit: longestDays } });
  const { rows } = await db.query<{ own: boolean }>(
    wish.departmentId
      ? 'select true as own from departments where facility_id = $1 and id = $2'
      : 'select true as own from practitioner_roles where facility_id = $1 and practitioner_id = $2 limit 1',
    [facilityId, wish.departmentId ?? wish.practitionerId],
  );
  if (!rows[0]) throw notFound(wish.departmentId ? 'department' : 'doctor');
}

/** The clinics to stop, in an order that two stoppages at once share. */
export async function listAffected(db: Queryable, facilityId: string, wish: Wish, now: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select s.id ${affected} and s.his_id is null order by s.id`,
    valuesOf(facilityId, wish, now),
  );
  return rows.map((row) => row.id);
}

/** Weekly plans with days in the span that are not laid out yet. */
export async function countPlanned(db: Queryable, facilityId: string, wish: Wish): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from session_templates t
     join (select $4::date + n as day from generate_series(0, $5::date - $4::date) n) d
       on t.weekday = extract(isodow from d.day) and t.valid_from <= d.day and (t.valid_to is null or t.valid_to >= d.day)
     where t.facility_id = $1 and ($2::text is null or t.department_id = $2) and ($3::text is null or t.practitioner_id = $3)
       and not exists (select 1 from sessions s where s.facility_id = t.facility_id and s.template_id = t.id and s.date = d.day)`,
    [facilityId, wish.departmentId ?? null, wish.practitionerId ?? null, wish.from, wish.to],
  );
  return rows[0]?.n ?? 0;
}

type Day = { date: string; sessions: number; people: number; free: number; arrived: number; fromHospital: number };

/** What stopping would mean, before anything happens. */
export async function previewStoppage(ctx: Staff, wish: Wish): Promise<Preview> {
  const { facilityId } = ctx.actor;
  const { pool } = ctx.db;
  expectStopper(ctx.actor, facilityId, 'stop');
  await expectSound(pool, facilityId, wish);
  const now = ctx.clock.now();
  const { rows } = await pool.query<Day>(
    `select s.date, count(*) filter (where s.his_id is null) as sessions,
       coalesce(sum(n.people) filter (where s.his_id is null), 0)::int as people,
       coalesce(sum(n.free) filter (where s.his_id is null), 0)::int as free,
       coalesce(sum(n.arrived) filter (where s.his_id is null), 0)::int as arrived,
       count(*) filter (where s.his_id is not null) as "fromHospital"
     from (select s.* ${affected}) s cross join lateral (
       select (select count(*) from appointments a where a.facility_id = s.facility_id and a.session_id = s.id
           and a.status in ('held', 'booked')) as people,
         (select count(*) from appointments a where a.facility_id = s.facility_id and a.session_id = s.id
           and a.status = 'arrived') as arrived,
         (select count(*) from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
           and t.status = 'free') as free) n
     group by s.date order by s.date`,
    valuesOf(facilityId, wish, now),
  );
  const sum = (pick: (day: Day) => number) => rows.reduce((total, day) => total + pick(day), 0);
  return {
    sessions: sum((day) => day.sessions),
    people: sum((day) => day.people),
    free: sum((day) => day.free),
    arrived: sum((day) => day.arrived),
    likeNumbers: await countLike(pool, facilityId, wish, now),
    planned: await countPlanned(pool, facilityId, wish),
    fromHospital: sum((day) => day.fromHospital),
    days: rows.filter((day) => day.sessions > 0).map(({ date, sessions, people }) => ({ date, sessions, people })),
  };
}

/** Free public numbers of the same departments outside the stopped clinics: what offers can be made of. */
async function countLike(db: Queryable, facilityId: string, wish: Wish, now: Date): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `with stopped as (select s.id, s.department_id ${affected})
     select count(*) as n from sessions s join tickets t on t.facility_id = s.facility_id and t.session_id = s.id
     where s.facility_id = $1 and s.department_id in (select department_id from stopped)
       and s.id not in (select id from stopped) and s.status = 'published' and s.close_at > $6
       and t.status = 'free' and t.pool = 'public' and t.window_start > $6`,
    valuesOf(facilityId, wish, now),
  );
  return rows[0]?.n ?? 0;
}
