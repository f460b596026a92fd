import type { ClientBase } from 'pg';

/**
 * The first week's sessions and tickets of all templates in two statements: the seed's bulk form of what the
 * schedules room does one session at a time (127,000 tickets in two seconds). `today` is 'YYYY-MM-DD'.
 */
export async function publishWeek(
  client: ClientBase,
  today: string,
  days = 7,
): Promise<{ sessions: number; tickets: number }> {
  const sessions = await client.query(
    `insert into sessions (facility_id, id, department_id, practitioner_id, date, half_day, starts_at, ends_at,
       number_type, fee_fen, status, release_at, close_at, released, template_id, cutoff_at, reopens_at, pool_times, pools_due_at)
     select t.facility_id, gen_random_uuid(), t.department_id, t.practitioner_id, d.day, t.half_day,
       (d.day + t.starts_at) at time zone 'Asia/Shanghai', (d.day + t.ends_at) at time zone 'Asia/Shanghai',
       t.number_type, t.fee_fen, 'published',
       (d.day - r.horizon_days + r.release_time) at time zone 'Asia/Shanghai',
       (d.day + t.ends_at - make_interval(mins => r.close_minutes)) at time zone 'Asia/Shanghai',
       t.capacity, t.id,
       case when r.next_day_cutoff < '24:00' then (d.day - 1 + r.next_day_cutoff) at time zone 'Asia/Shanghai' end,
       case when r.next_day_cutoff < '24:00' then (d.day + r.same_day_time) at time zone 'Asia/Shanghai' end,
       p.times, (select min(value::timestamptz) from jsonb_each_text(p.times))
     from (select ($1::date + n) as day from generate_series(0, $2::int - 1) n) d
     join session_templates t on t.weekday = extract(isodow from d.day) and t.valid_from <= d.day
     cross join lateral (
       select * from booking_rules b
       where b.facility_id in (t.facility_id, 'province') and b.effective_from <= d.day
       order by b.facility_id = 'province', b.effective_from desc limit 1) r
     cross join lateral (select (d.day + t.starts_at) at time zone 'Asia/Shanghai' as starts) s
     cross join lateral (
       select jsonb_strip_nulls(jsonb_build_object(
         'referral', case when t.quotas ? 'referral' then s.starts - make_interval(hours => greatest(r.township_hours, r.public_hours)) end,
         'township', case when t.quotas ? 'referral' then s.starts - make_interval(hours => r.public_hours) end,
         'desk', case when t.quotas ? 'desk' then s.starts - make_interval(mins => r.desk_open_minutes) end,
         'same-day', case when t.quotas ? 'same-day' then (d.day + r.same_day_time) at time zone 'Asia/Shanghai' end)) as times) p
     order by t.facility_id, d.day
     on conflict do nothing`,
    [today, days],
  );
  const tickets = await client.query(
    `insert into tickets (facility_id, session_id, number, window_start, window_end, pool)
     select s.facility_id, s.id, n, s.starts_at + (n - 1) * s.width, s.starts_at + n * s.width,
       case when n <= s.referral then 'referral' when n > s.released - s.desk then 'desk'
         when n > s.released - s.desk - s.same_day then 'same-day' else 'public' end
     from (
       select s.*, (s.ends_at - s.starts_at) / s.released as width, coalesce((t.quotas ->> 'desk')::int, 0) as desk,
         coalesce((t.quotas ->> 'referral')::int, 0) as referral, coalesce((t.quotas ->> 'same-day')::int, 0) as same_day
       from sessions s join session_templates t on t.facility_id = s.facility_id and t.id = s.template_id
       where s.date between $1::date and $1::date + $2::int - 1) s
     cross join lateral generate_series(1, s.released) n
     order by s.facility_id, s.id, n
     on conflict do nothing`,
    [today, days],
  );
  return { sessions: sessions.rowCount ?? 0, tickets: tickets.rowCount ?? 0 };
}
