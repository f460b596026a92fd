import type { Database } from '#db/client.ts';

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

const text = `
select 'session ' || s.id || ' ' || s.status || ' ' || coalesce(s.practitioner_id, '-') || ' ' || ${ms('s.release_at')} || ' released ' || s.released as line
from sessions s where s.facility_id = any($1)
union all
select 'ticket ' || t.session_id || ' ' || t.number || ' ' || ${ms('t.window_start')} || ' ' || t.pool || ' ' || t.status || ' ' || coalesce(t.taken_by, '-')
from tickets t where t.facility_id = any($1)
union all
select 'rest ' || t.session_id || ' ' || t.number || ' ' || coalesce(${ms('r.back_at')}::text, '-')
from tickets t left join ticket_returns r on r.facility_id = t.facility_id and r.session_id = t.session_id and r.number = t.number
where t.facility_id = any($1) and t.status = 'quarantined'
union all
select 'appointment ' || a.id || ' ' || a.session_id || ' ' || a.ticket_number || ' ' || a.resident_id || ' ' || (
    select string_agg(p.to_status, '>' order by p.seq) from appointment_steps p
    where p.facility_id = a.facility_id and p.appointment_id = a.id)
  || case when a.status = (select p.to_status from appointment_steps p where p.facility_id = a.facility_id and p.appointment_id = a.id
    order by p.seq desc limit 1) then '' else '!' || a.status end
  || ' ' || ${ms('a.cancel_by')} || ' ' || a.his_state || ' ' || coalesce(a.replaces::text, '-')
from appointments a where a.facility_id = any($1)
union all
select 'seat ' || b.resident_id || ' ' || b.appointment_id || ' ' || b.doctor_key
from resident_bookings b where b.resident_id = any($2) and b.active = 1 and b.date >= $3
union all
select 'offer ' || o.appointment_id || ' ' || o.resident_id || ' ' || o.session_id || ' ' || o.ticket_number || ' ' || o.status || ' ' || ${ms('o.expires_at')}
from offers o where o.facility_id = any($1)
union all
select 'wait ' || w.id || ' ' || w.session_id || ' ' || w.resident_id || ' ' || ${ms('w.joined_at')} || ' ' || w.state || ' '
  || coalesce(w.ticket_number::text, '-') || ' ' || coalesce(${ms('w.expires_at')}::text, '-') || ' ' || coalesce(w.appointment_id::text, '-')
from waitlist_entries w where w.facility_id = any($1)
union all
select 'waits ' || w.resident_id || ' ' || w.entry_id from resident_waits w where w.resident_id = any($2) and w.active = 1
union all
select 'draw ' || d.session_id || ' ' || d.status || ' ' || ${ms('d.opens_at')} || ' ' || ${ms('d.closes_at')} || ' ' || d.commitment || ' '
  || coalesce(d.seed, '-') || ' ' || coalesce(array_to_string(d.offered, ','), '-')
from draws d where d.facility_id = any($1)
union all
select 'request ' || e.id || ' ' || e.session_id || ' ' || e.resident_id || ' ' || e.account_id || ' ' || e.status || ' '
  || coalesce(e.place::text, '-') || ' ' || coalesce(e.ticket_number::text, '-') || ' ' || e.later || ' ' || coalesce(e.reason, '-') || ' '
  || coalesce(e.appointment_id::text, '-')
from draw_entries e where e.facility_id = any($1)
union all
select 'asks ' || r.resident_id || ' ' || r.entry_id from resident_draws r where r.resident_id = any($2) and r.waiting = 1
union all
select 'key ' || q.appointment_id from booking_requests q where q.resident_id = any($2)
union all
select 'notice ' || n.resident_id || ' ' || n.kind from notices n where n.resident_id = any($2)
union all
select 'audit ' || e.action || ' ' || e.subject_id from audit_events e where e.facility_id = any($1)
union all
select 'missed ' || m.appointment_id || ' ' || m.verdict from missed_visits m where m.facility_id = any($1)
union all
select 'turn ' || e.appointment_id from queue_entries e where e.facility_id = any($1)`;

/** Everything of these facilities and people that the model foretells, in the form of ledger.ts `linesOf`. */
export async function snapshotOf(
  { pool }: Database,
  scope: { facilities: string[]; residents: string[]; today: string },
): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>({
    name: 'model-snapshot',
    text,
    values: [scope.facilities, scope.residents, scope.today],
  });
  return rows.map((row) => row.line).sort();
}
