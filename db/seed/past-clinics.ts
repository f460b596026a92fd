import type { ClientBase } from 'pg';
import { ownPlansFacility as facilityId } from './connected-hospitals.ts';

/** The hospital of the sample staff, two departments, eight past clinics each of twelve numbers. */

const pastClinics = 8;

/** A number in [0, 1) that depends on the clinic, the number and what it is for, and on nothing else. */
const drawn = (what: string) =>
  `(('x' || substr(md5(c.id::text || n || '${what}'), 1, 7))::bit(28)::int / 268435456.0)`;

/**
 * Clinics of the last weeks with what became of each number: most were seen, about one in six was given back in the
 * last days and taken by somebody else, so that a waiting list can say how likely a number is. Only for the demo.
 */
const statement = `
with clinics as (
  select md5('past clinic ' || d.id || ' ' || day)::uuid as id, d.id as department_id, day::date as date,
    (day::date + time '09:00') at time zone 'Asia/Shanghai' as starts_at
  from (select id from departments where facility_id = $1 order by catalog_code limit 2) d
  cross join lateral (select g as day from generate_series($2::date - interval '1 day', $2::date - interval '20 days', interval '-1 day') g
    where extract(isodow from g) < 6 limit $3) days
), sessioned as (
  insert into sessions (facility_id, id, department_id, date, half_day, starts_at, ends_at, number_type, fee_fen, status, release_at,
    close_at, released)
  select $1, id, department_id, date, 'am', starts_at, starts_at + interval '3 hours', 'ordinary', 600, 'ended',
    starts_at - interval '14 days', starts_at + interval '150 minutes', 12 from clinics
  on conflict do nothing returning id
), numbered as (
  select c.*, n, c.starts_at + (n - 1) / 2 * interval '30 minutes' as window_start, ${drawn('given back')} < 0.17 as given_back,
    (${drawn('hours')} * 60 + 4) * interval '1 hour' as before
  from clinics c join sessioned using (id) cross join generate_series(1, 12) n
), ticketed as (
  insert into tickets (facility_id, session_id, number, window_start, window_end, pool, status, taken_by)
  select $1, id, n, window_start, window_start + interval '30 minutes', 'public', 'used', 'platform' from numbered returning session_id
), people as (
  select array_agg(id order by md5(id::text)) as ids from (select id from residents h where sample
    and not exists (select 1 from accounts o where o.resident_id = h.id) order by id limit 200) r
), visits as (
  select v.*, md5('past visit ' || id || ' ' || n || ' ' || turn)::uuid as visit_id,
    ids[1 + ('x' || substr(md5(id::text || n || turn), 1, 6))::bit(24)::int % cardinality(ids)] as resident_id
  from (select numbered.*, turn from numbered cross join generate_series(1, 2) turn where turn = 1 or given_back) v, people
), booked as (
  insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen,
    cancel_by, cancel_reason, created_at, updated_at)
  select $1, visit_id, id, n, resident_id, 'demo', 'web', case when given_back and turn = 1 then 'cancelled' else 'fulfilled' end,
    upper(substr(md5('code ' || visit_id), 1, 8)), 600, window_start - interval '2 hours',
    case when given_back and turn = 1 then 'resident' end, starts_at - interval '6 days',
    case when given_back and turn = 1 then starts_at - before else window_start + interval '40 minutes' end
  from visits, (select count(*) from ticketed) after returning id
)
insert into appointment_steps (facility_id, appointment_id, seq, from_status, to_status, at, actor_kind, actor_id, reason)
select $1, visit_id, s.seq, s.before_status, s.after_status, s.at, s.kind, 'demo', null
from visits join booked on booked.id = visit_id cross join lateral (
  values (1, null, 'booked', starts_at - interval '6 days', 'resident', true),
    (2, 'booked', 'cancelled', starts_at - before, 'resident', given_back and turn = 1),
    (2, 'booked', 'arrived', window_start, 'staff', not (given_back and turn = 1)),
    (3, 'arrived', 'fulfilled', window_start + interval '40 minutes', 'staff', not (given_back and turn = 1))
) s (seq, before_status, after_status, at, kind, holds) where s.holds`;

/** Run again on another day it adds that day's clinics; on the same day it changes nothing. */
export async function seedPastClinics(client: ClientBase, today: string): Promise<number> {
  const { rowCount } = await client.query(statement, [facilityId, today, pastClinics]);
  return rowCount ?? 0;
}
