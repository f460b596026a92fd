import type { Tx } from '../../kernel/transaction.ts';
import { ruleColumns } from '../../schedules/find-rules.ts';
import { limitsOf } from '../../schedules/limit-rules.ts';
import { type Rules, rulesOf } from '../../schedules/rules.ts';
import { type BatchRequest, type BatchTarget, type LockedSession, sessionKey } from './request.ts';

type Row = Omit<BatchTarget, 'rules'> & Rules & { tickets: [number, number, number][] | null };
type Group = { facilityId: string; sessionId: string; windowStart: Date | null; wanted: number };

/**
 * Finds every session of the batch with its rules and locks as many of its lowest free tickets as the batch
 * may need. SKIP LOCKED: it waits for nobody, and each of several batches gets tickets of its own. What is
 * locked and not taken is free again at the commit.
 */
export async function lockTickets(tx: Tx, requests: BatchRequest[], now: Date): Promise<Map<string, LockedSession>> {
  const groups = groupsOf(requests);
  const { rows } = await tx.client.query<Row>({
    name: 'batch-lock-tickets',
    text: lockText,
    values: [
      groups.map((g) => g.facilityId),
      groups.map((g) => g.sessionId),
      groups.map((g) => g.windowStart),
      groups.map((g) => g.wanted),
      now,
    ],
  });
  const sessions = new Map<string, LockedSession>();
  for (const { tickets, ...row } of rows) {
    const found = sessions.get(sessionKey(row)) ?? { target: { ...row, rules: rulesOf(ruled(row)) }, tickets: [] };
    const known = new Set(found.tickets.map((ticket) => ticket.number));
    for (const [number, start, end] of tickets ?? []) {
      if (!known.has(number)) found.tickets.push({ number, windowStart: new Date(start), windowEnd: new Date(end) });
    }
    found.tickets.sort((a, b) => a.number - b.number);
    sessions.set(sessionKey(row), found);
  }
  return sessions;
}

/** No row of rules, neither the facility's nor the province's: the defaults. */
const ruled = (row: Rules): Rules | null => (row.horizonDays === null ? null : row);

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
  ${ruleColumns}, locked.tickets
from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::int[]) as w (facility, session, window_start, wanted)
join sessions s on s.facility_id = w.facility and s.id = w.session
join facilities f on f.id = s.facility_id join departments d on d.id = s.department_id
left join practitioners p on p.id = s.practitioner_id
left join lateral (
  select * from booking_rules b where b.facility_id in (s.facility_id, 'province') and b.effective_from <= s.date
  order by b.facility_id = 'province', b.effective_from desc limit 1
) r on true
left join lateral (
  select json_agg(json_build_array(t.number, (extract(epoch from t.window_start) * 1000)::bigint,
    (extract(epoch from t.window_end) * 1000)::bigint)) as tickets
  from (
    select number, window_start, window_end from tickets
    where facility_id = w.facility and session_id = w.session and status = 'free' and pool = 'public' and window_end > $5
      and (w.window_start is null or window_start = w.window_start)
      and s.status = 'published' and s.release_at <= $5 and s.close_at > $5
      and (s.cutoff_at is null or $5 < s.cutoff_at or $5 >= s.reopens_at)
    order by number limit w.wanted for update skip locked
  ) t
) locked on true`;
