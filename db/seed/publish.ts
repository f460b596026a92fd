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
       number_type, fee_fen, status, release_at, close_at, released, template_id)
     select t.facility_id, gen_random_uuid(), t.department_id, t.practitioner_id, d.day, t.half_day,
       (d.day + t.starts_at) at time zone 'Asia/Shanghai', (d.day + t.ends_at) at time zone 'Asia/Shanghai',
       t.number_type, t.fee_fen, 'published',
       (d.day - r.horizon_days + r.release_time) at time zone 'Asia/Shanghai',
       (d.day + t.ends_at - make_interval(mins => r.close_minutes)) at time zone 'Asia/Shanghai',
       t.capacity, t.id
     from (select ($1::date + n) as day from generate_series(0, $2::int - 1) n) d
     join session_templates t on t.weekday = extract(isodow from d.day) and t.valid_from <= d.day
     cross join lateral (
       select horizon_days, release_time, close_minutes from booking_rules b
       where b.facility_id in (t.facility_id, 'province') and b.effective_from <= d.day
       order by b.facility_id = 'province', b.effective_from desc limit 1) r
     order by t.facility_id, d.day
     on conflict do nothing`,
    [today, days],
  );
  const tickets = await client.query(
    `insert into tickets (facility_id, session_id, number, window_start, window_end, pool)
     select s.facility_id, s.id, n, s.starts_at + (n - 1) * s.width, s.starts_at + n * s.width,
       case when n > s.released - s.desk then 'desk' else 'public' end
     from (
       select s.*, (s.ends_at - s.starts_at) / s.released as width, coalesce((t.quotas ->> 'desk')::int, 0) as desk
       from sessions s join session_templates t on t.facility_id = s.facility_id and t.id = s.template_id
       where s.date between $1::date and $1::date + $2::int - 1) s
     cross join lateral generate_series(1, s.released) n
     order by s.facility_id, s.id, n
     on conflict do nothing`,
    [today, days],
  );
  return { sessions: sessions.rowCount ?? 0, tickets: tickets.rowCount ?? 0 };
}
