import { regionDay } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/context.ts';
import { eachInTurn, inChunks } from '../../kernel/each-in-turn.ts';
import { monthBefore } from '../guide/rules.ts';
import { timedMinutes } from './rules.ts';

const chunk = 10;

/**
 * A visit is a number that was taken, by whomever, known no-shows left out. Booked ahead: here, and not at the desk
 * on the day itself nor as an extra number. What a hospital took itself counts as not booked, as nobody tells us.
 */
const statement = `
with clinics as materialized (
  select facility_id, id, department_id, date, status, number_type, date_trunc('month', date)::date as month
  from sessions where facility_id = any($1) and date >= $2 and date < $3 and status <> 'draft'
), numbers as (
  select c.facility_id, c.department_id, c.month, t.status,
    t.status in ('booked', 'used') and a.status is distinct from 'noshow' as visit,
    a.id is not null and a.status <> 'noshow' and t.pool <> 'extra'
      and not (a.channel = 'desk' and (a.created_at at time zone 'Asia/Shanghai')::date = c.date) as booked,
    t.window_end - t.window_start <= make_interval(mins => ${timedMinutes}) as timed,
    c.number_type = 'return' or b.booked_id is not null as comes_back,
    c.date - (a.created_at at time zone 'Asia/Shanghai')::date as days
  from clinics c join tickets t on t.facility_id = c.facility_id and t.session_id = c.id
  left join appointments a on a.facility_id = t.facility_id and a.session_id = t.session_id and a.ticket_number = t.number
    and a.status not in ('cancelled', 'rejected')
  left join follow_ups b on b.facility_id = a.facility_id and b.booked_id = a.id
  where c.status <> 'suspended' and t.status <> 'suspended'
), sums as (
  select facility_id, department_id, month, count(*) as released,
    count(*) filter (where status in ('free', 'held', 'quarantined')) as unused, count(*) filter (where visit) as visits,
    count(*) filter (where visit and booked) as booked, count(*) filter (where visit and booked and timed) as timed,
    count(*) filter (where visit and comes_back) as returns,
    count(*) filter (where visit and comes_back and booked) as returns_booked,
    coalesce(sum(greatest(days, 0)) filter (where visit and booked), 0) as wait_days
  from numbers group by 1, 2, 3
), held as (
  select facility_id, department_id, month, count(*) as clinics, count(*) filter (where status = 'suspended') as stopped
  from clinics group by 1, 2, 3
)
insert into department_months (facility_id, department_id, month, clinics, stopped, released, unused, visits, booked, timed,
  returns, returns_booked, wait_days, counted_at)
select h.facility_id, h.department_id, h.month, h.clinics, h.stopped, coalesce(s.released, 0), coalesce(s.unused, 0),
  coalesce(s.visits, 0), coalesce(s.booked, 0), coalesce(s.timed, 0), coalesce(s.returns, 0), coalesce(s.returns_booked, 0),
  coalesce(s.wait_days, 0), $4
from held h left join sums s on s.facility_id = h.facility_id and s.department_id = h.department_id and s.month = h.month
on conflict (facility_id, department_id, month) do update set clinics = excluded.clinics, stopped = excluded.stopped,
  released = excluded.released, unused = excluded.unused, visits = excluded.visits, booked = excluded.booked,
  timed = excluded.timed, returns = excluded.returns, returns_booked = excluded.returns_booked,
  wait_days = excluded.wait_days, counted_at = excluded.counted_at
where not department_months.sample`;

/**
 * Counts the days of this month and the last that are over. Months before stand as they were counted. Repeating it is
 * harmless; few facilities a statement keep each short.
 */
export async function countMonths({ db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>): Promise<void> {
  const now = clock.now();
  const today = regionDay(now);
  const from = `${monthBefore(today.slice(0, 7), 1)}-01`;
  const { rows } = await db.pool.query<{ id: string }>('select id from facilities where bookable order by id');
  await eachInTurn(log, 'counting months', inChunks(rows, chunk), ({ ids }) =>
    db.pool.query({ name: 'count-months', text: statement, values: [ids, from, today, now] }),
  );
}
