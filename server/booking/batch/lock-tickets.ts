import type { Tx } from '../../kernel/transaction.ts';
import { limitsOf } from '../../schedules/limit-rules.ts';
import { readRules } from './read-rules.ts';
import { type BatchRequest, type BatchTarget, type LockedSession, sessionKey } from './request.ts';

/** Numbers of the locked tickets, and when their windows start and end, in seconds; null when there are none. */
type Tickets = { numbers: number[] | null; starts: number[]; ends: number[] };
type Row = Omit<BatchTarget, 'rules'> & Tickets;
type Group = { facilityId: string; sessionId: string; windowStart: Date | null; wanted: number };

/**
 * Finds every session of the batch with its rules and locks as many of its lowest free tickets as the batch
 * may need. SKIP LOCKED: it waits for nobody, and each of several batches gets tickets of its own. What is
 * locked and not taken is free again at the commit.
 */
export async function lockTickets(tx: Tx, requests: BatchRequest[], now: Date): Promise<Map<string, LockedSession>> {
  const groups = groupsOf(requests);
  const rulesFor = await readRules(
    tx,
    groups.map((g) => g.facilityId),
  );
  const { rows } = await tx.client.query<Row>({
    name: 'batch-lock-tickets',
    text: lockText,
    values: [
      groups.map((g) => g.facilityId),
      groups.map((g) => g.sessionId),
      groups.map((g) => g.windowStart?.toISOString() ?? null),
      groups.map((g) => g.wanted),
      now,
    ],
  });
  const sessions = new Map<string, LockedSession>();
  for (const { numbers, starts, ends, ...row } of rows) {
    const key = sessionKey(row);
    const target = { ...row, rules: rulesFor(row.facilityId, row.date) };
    const found = sessions.get(key) ?? { target, tickets: [] };
    const known = new Set(found.tickets.map((ticket) => ticket.number));
    for (const [i, number] of (numbers ?? []).entries()) {
      if (!known.has(number)) found.tickets.push({ number, windowStart: at(starts[i]), windowEnd: at(ends[i]) });
    }
    found.tickets.sort((a, b) => a.number - b.number);
    sessions.set(key, found);
  }
  return sessions;
}

const at = (seconds = Number.NaN) => new Date(Math.round(seconds * 1000));

/** One group a session and wished window. A ticket may go to either kind of wish, so each group asks for enough for both. */
function groupsOf(requests: BatchRequest[]): Group[] {
  const groups = new Map<string, Group>();
  const anyOf = new Map<string, number>();
  const allOf = new Map<string, number>();
  for (const { wish } of requests) {
    const session = sessionKey(wish);
    const key = `${session} ${wish.windowStart?.toISOString() ?? ''}`;
    const group = groups.get(key) ?? { ...wish, wanted: 0 };
    group.wanted += 1;
    groups.set(key, group);
    allOf.set(session, (allOf.get(session) ?? 0) + 1);
    if (!wish.windowStart) anyOf.set(session, (anyOf.get(session) ?? 0) + 1);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    wanted: group.windowStart
      ? group.wanted + (anyOf.get(sessionKey(group)) ?? 0)
      : (allOf.get(sessionKey(group)) ?? group.wanted),
  }));
}

const lockText = `
select s.facility_id as "facilityId", f.name as "facilityName", f.address as "facilityAddress", s.id as "sessionId",
  s.department_id as "departmentId", d.name as "departmentName", d.place, s.practitioner_id as "practitionerId",
  p.name as "practitionerName", p.title as "practitionerTitle", s.date, s.half_day as "halfDay",
  s.starts_at as "startsAt", s.number_type as "numberType", s.fee_fen as "feeFen", s.status,
  s.draw_opens_at as "drawOpensAt", s.draw_closes_at as "drawClosesAt",
  s.release_at as "releaseAt", s.close_at as "closeAt", s.cutoff_at as "cutoffAt", s.reopens_at as "reopensAt",
  f.authority, ${limitsOf} as limits,
  exists (select 1 from his_endpoints h where h.facility_id = s.facility_id) as tells,
  locked.numbers, locked.starts, locked.ends
from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::int[]) as w (facility, session, window_start, wanted)
join sessions s on s.facility_id = w.facility and s.id = w.session
join facilities f on f.id = s.facility_id join departments d on d.id = s.department_id
left join practitioners p on p.id = s.practitioner_id
left join lateral (
  select array_agg(t.number) as numbers, array_agg(date_part('epoch', t.window_start)) as starts,
    array_agg(date_part('epoch', t.window_end)) as ends
  from (
    select number, window_start, window_end from tickets
    where facility_id = w.facility and session_id = w.session and status = 'free' and pool = 'public' and window_end > $5
      and (w.window_start is null or window_start = w.window_start)
      and s.status = 'published' and s.release_at <= $5 and s.close_at > $5
      and (s.cutoff_at is null or $5 < s.cutoff_at or $5 >= s.reopens_at)
    order by number limit w.wanted for update skip locked
  ) t
) locked on true`;
