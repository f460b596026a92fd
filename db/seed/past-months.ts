import type { ClientBase } from 'pg';

/** So many months before this one are invented. */
const pastMonths = 6;

/** A number in [0, 1) that depends on the department, the month and what it is for, and on nothing else. */
const drawn = (what: string) =>
  `(('x' || substr(md5(d.id || m.month || '${what}'), 1, 7))::bit(28)::int / 268435456.0)`;

/**
 * Half a year of sums for the officials' statistics, marked as samples: larger hospitals book more ahead, all of them a
 * little more each month. Only for the demo; run again it changes nothing. `offset 0`: each number is drawn once.
 */
const statement = `
insert into department_months (facility_id, department_id, month, clinics, stopped, released, unused, visits, booked, timed,
  returns, returns_booked, wait_days, sample, counted_at)
select facility_id, id, month, clinics, stopped, released, released - visits, visits, booked, round(booked * timely)::int,
  returns, round(returns * share_back)::int, round(booked * days)::int, true, now()
from (
  select *, round(visits * share_booked)::int as booked, round(visits * share_returns)::int as returns from (
    select *, round(released * share_taken)::int as visits from (
      select *, (clinics - stopped) * per_clinic as released from (
        select d.facility_id, d.id, m.month, 20 + floor(${drawn('clinics')} * 30)::int as clinics,
          floor(${drawn('stopped')} * 2.2)::int as stopped, 12 + floor(${drawn('size')} * 18)::int as per_clinic,
          0.62 + ${drawn('taken')} * 0.3 as share_taken,
          least(0.95, 0.18 + f.level * 0.1 + m.n * 0.012 + ${drawn('booked')} * 0.16) as share_booked,
          0.9 + ${drawn('timed')} * 0.1 as timely, 0.12 + ${drawn('returns')} * 0.2 as share_returns,
          least(0.98, 0.45 + f.level * 0.09 + ${drawn('back')} * 0.2) as share_back, 1.2 + ${drawn('days')} * 4 as days
        from departments d join facilities f on f.id = d.facility_id and f.bookable and f.kind = 'hospital'
        cross join (select n, (date_trunc('month', $1::date) - make_interval(months => $2::int - n))::date as month
          from generate_series(0, $2::int - 1) n) m offset 0) a) b) c) e
on conflict do nothing`;

export async function seedPastMonths(client: ClientBase, today: string): Promise<number> {
  const there = await client.query('select 1 from department_months where sample limit 1');
  if (there.rowCount !== 0) return 0;
  const { rowCount } = await client.query(statement, [today, pastMonths]);
  return rowCount ?? 0;
}
