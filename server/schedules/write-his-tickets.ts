import type { Tx } from '../kernel/transaction.ts';
import type { Insert, KnownTicket, Placed, Update } from './his-ticket-rules.ts';

/** `waited`: somebody waits for a number of it. */
export type KnownSession = { id: string; status: string; waited: boolean };

/** Sessions by the hospital's own ids. */
export async function findSessions(tx: Tx, facilityId: string, hisIds: string[]): Promise<Map<string, KnownSession>> {
  const { rows } = await tx.client.query<KnownSession & { his_id: string }>({
    name: 'find-his-sessions',
    text: `select s.id, s.his_id, s.status, exists (select 1 from waitlist_entries w where w.facility_id = s.facility_id
             and w.session_id = s.id and w.state = 'waiting') as waited
           from sessions s where s.facility_id = $1 and s.his_id = any($2)`,
    values: [facilityId, hisIds],
  });
  return new Map(rows.map((row) => [row.his_id, { id: row.id, status: row.status, waited: row.waited }]));
}

/** Tickets with the same id at the hospital or the same place here, and the active appointment on each. */
export async function findTickets(tx: Tx, facilityId: string, placed: Placed[]): Promise<KnownTicket[]> {
  if (placed.length === 0) return [];
  const { rows } = await tx.client.query<KnownTicket>({
    name: 'find-his-tickets',
    text: `with found as (
             select t.* from tickets t where t.facility_id = $1 and t.his_id = any($2)
             union
             select t.* from tickets t join unnest($3::uuid[], $4::int[]) as p (session, number)
               on t.session_id = p.session and t.number = p.number where t.facility_id = $1
           )
           select t.session_id as "sessionId", t.number, t.status, t.taken_by as "takenBy", t.his_id as "hisId",
             t.his_version as "hisVersion", t.window_start as start, t.window_end as "end", a.id as "appointmentId", coalesce(a.his_state = 'told', false) as told,
             t.status in ('held', 'quarantined') and a.id is null and exists (select 1 from appointments e where e.facility_id = t.facility_id
               and e.session_id = t.session_id and e.ticket_number = t.number and e.his_state = 'pending') as leaving
           from found t left join appointments a on a.facility_id = t.facility_id and a.session_id = t.session_id
             and a.ticket_number = t.number and a.status not in ('cancelled', 'rejected')`,
    values: [
      facilityId,
      placed.map((p) => p.ticket.hisId),
      placed.map((p) => p.sessionId),
      placed.map((p) => p.ticket.number),
    ],
  });
  return rows;
}

/** New numbers, counted into their sessions' ledgers in the same statement. */
export async function addTickets(tx: Tx, facilityId: string, rows: Insert[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rows: done } = await tx.client.query<{ added: number }>({
    name: 'add-his-tickets',
    text: `with added as (
             insert into tickets (facility_id, session_id, number, window_start, window_end, status, taken_by, his_id, his_version)
             select $1, session, number, starts, ends, status, taken, his, version
             from unnest($2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[])
               as n (session, number, starts, ends, status, taken, his, version)
             on conflict do nothing returning session_id
           ), counted as (
             update sessions s set released = s.released + c.n
             from (select session_id, count(*) as n from added group by session_id) c
             where s.facility_id = $1 and s.id = c.session_id returning c.n
           )
           select coalesce(sum(n), 0)::int as added from counted`,
    values: [facilityId, ...columnsOf(rows)],
  });
  return done[0]?.added ?? 0;
}

/** Moves rows that still are as they were when decided upon; returns the hospital's ids of those it moved. */
export async function moveTickets(tx: Tx, facilityId: string, rows: Update[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const { rows: moved } = await tx.client.query<{ his_id: string }>({
    name: 'move-his-tickets',
    text: `update tickets t set status = n.status, taken_by = n.taken, his_id = n.his, his_version = n.version,
             window_start = case when n.moves then n.starts else t.window_start end,
             window_end = case when n.moves then n.ends else t.window_end end
           from unnest($2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],
             $10::text[], $11::boolean[]) as n (session, number, starts, ends, status, taken, his, version, was, moves)
           where t.facility_id = $1 and t.session_id = n.session and t.number = n.number and t.status = n.was
           returning t.his_id`,
    values: [facilityId, ...columnsOf(rows), rows.map((r) => r.was), rows.map((r) => r.movesWindow)],
  });
  return new Set(moved.map((row) => row.his_id));
}

/** The next word of the hospital on this number counts, whatever its version. */
export async function forgetHisVersion(tx: Tx, facilityId: string, hisId: string): Promise<void> {
  await tx.client.query('update tickets set his_version = null where facility_id = $1 and his_id = $2', [
    facilityId,
    hisId,
  ]);
}

const columnsOf = (rows: Insert[]) => [
  rows.map((r) => r.sessionId),
  rows.map((r) => r.ticket.number),
  rows.map((r) => r.ticket.start),
  rows.map((r) => r.ticket.end),
  rows.map((r) => r.status),
  rows.map((r) => r.takenBy),
  rows.map((r) => r.ticket.hisId),
  rows.map((r) => r.ticket.hisVersion),
];
