import type { LedgerFinding } from '#db/schema/ledger.ts';
import type { Tx } from '../kernel/transaction.ts';

/** Sessions to add up: of these facilities, from `from` on, or one of them alone. */
export type Span = { facilityIds: string[]; from: string; sessionId?: string };
export type Drift = { facilityId: string; sessionId: string; findings: LedgerFinding[] };
export type Tally = { facilityId: string; sessions: number; tickets: number; drifts: Drift[] };

/**
 * Who has which number, and what the number must say. An offer or a waiting person may lose a kept number to
 * the hospital, whose word comes first: a job then looks for another one, so that pair is no drift.
 */
const holders = `
  select a.facility_id, a.session_id, a.ticket_number as number,
    case when a.status in ('held', 'booked') then a.status when a.status = 'noshow' then 'over' else 'used' end as wants
  from running r join appointments a on a.facility_id = r.facility_id and a.session_id = r.id
  where a.status not in ('cancelled', 'rejected')
  union all
  select o.facility_id, o.session_id, o.ticket_number, 'kept'
  from running r join offers o on o.facility_id = r.facility_id and o.session_id = r.id where o.status = 'open'
  union all
  select w.facility_id, w.session_id, w.ticket_number, 'kept'
  from running r join waitlist_entries w on w.facility_id = r.facility_id and w.session_id = r.id where w.state = 'offered'
  union all
  select d.facility_id, d.session_id, k.number, 'drawn'
  from running r join draws d on d.facility_id = r.facility_id and d.session_id = r.id, unnest(d.offered) as k (number)
  where d.status = 'closed'`;

/** What each kind of holder may see its number say. */
const agrees = `case h.wants
  when 'held' then t.status = 'held' when 'booked' then t.status = 'booked' when 'used' then t.status = 'used'
  when 'over' then t.status in ('booked', 'used')
  when 'kept' then t.status in ('held', 'suspended') or t.taken_by = 'hospital' end`;

/**
 * One set-based pass, one snapshot: every running session of the facilities with what does not add up in it. All
 * that changes a number changes its holder in the same transaction, so a difference seen here is a real one.
 */
const statement = `
with running as materialized (
  select facility_id, id, released from sessions
  where facility_id = any($1) and date >= $2 and status <> 'draft' and ($3::uuid is null or id = $3)
), holders as (${holders}
), held as (
  select facility_id, session_id, number, count(*) filter (where wants <> 'drawn') as n,
    max(wants) filter (where wants <> 'drawn') as wants
  from holders group by facility_id, session_id, number
), judged as (
  select t.facility_id, t.session_id, t.number, t.status, h.wants, coalesce(h.n, 0) as n,
    case
      when h.n > 1 then 'double'
      when h.n = 1 and not (${agrees} and (t.taken_by is distinct from 'hospital' or h.wants = 'kept')) then 'unbacked'
      when h.number is null and t.status in ('held', 'booked', 'used') and t.taken_by is distinct from 'hospital' then 'unheld'
      when h.number is null and t.status = 'quarantined' and not exists (select 1 from ticket_returns b
        where b.facility_id = t.facility_id and b.session_id = t.session_id and b.number = t.number) then 'unheld'
    end as kind
  from running r join tickets t on t.facility_id = r.facility_id and t.session_id = r.id
  left join held h on h.facility_id = t.facility_id and h.session_id = t.session_id and h.number = t.number
), added as (
  select facility_id, session_id, count(*) as tickets,
    json_agg(json_build_object('kind', kind, 'number', number, 'status', status, 'wants', wants, 'holders', n) order by number)
      filter (where kind is not null) as wrong
  from judged group by facility_id, session_id
)
select r.facility_id as "facilityId", count(*) as sessions, coalesce(sum(a.tickets), 0)::int as tickets,
  json_agg(json_build_object('sessionId', r.id, 'tickets', coalesce(a.tickets, 0), 'released', r.released, 'wrong', a.wrong))
    filter (where a.wrong is not null or coalesce(a.tickets, 0) <> r.released) as drifting
from running r left join added a on a.facility_id = r.facility_id and a.session_id = r.id
group by r.facility_id`;

type Drifting = { sessionId: string; tickets: number; released: number; wrong: LedgerFinding[] | null };
type Row = Omit<Tally, 'drifts'> & { drifting: Drifting[] | null };

/** Adds up the sessions of a span, outside or inside a transaction. */
export async function findDrift(db: Pick<Tx['client'], 'query'>, span: Span): Promise<Tally[]> {
  const { rows } = await db.query<Row>({
    name: 'find-ledger-drift',
    text: statement,
    values: [span.facilityIds, span.from, span.sessionId ?? null],
  });
  return rows.map(({ drifting, ...tally }) => ({
    ...tally,
    drifts: (drifting ?? []).map(({ sessionId, ...one }) => ({
      facilityId: tally.facilityId,
      sessionId,
      findings: findingsOf(one),
    })),
  }));
}

function findingsOf({ tickets, released, wrong }: Omit<Drifting, 'sessionId'>): LedgerFinding[] {
  const count: LedgerFinding[] = tickets === released ? [] : [{ kind: 'count', tickets, released }];
  return [...count, ...(wrong ?? [])];
}
