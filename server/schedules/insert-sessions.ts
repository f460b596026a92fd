import type { Tx } from '../kernel/transaction.ts';
import type { DrawWindow } from './draw-window.ts';
import { type NumberType, poolOf, type Quotas, windowsFor } from './rules.ts';
import type { SessionTimes } from './session-times.ts';

export type NewSession = SessionTimes & {
  id: string;
  facilityId: string;
  departmentId: string;
  practitionerId: string | null;
  date: string;
  halfDay: string;
  startsAt: Date;
  endsAt: Date;
  numberType: NumberType;
  feeFen: number;
  capacity: number;
  quotas: Quotas;
  templateId: string | null;
  /** Over-subscribed: requests, then a draw; released only after it. */
  draw?: DrawWindow | null;
};

const sessionStatement = `
insert into sessions (facility_id, id, department_id, practitioner_id, date, half_day, starts_at, ends_at, number_type,
  fee_fen, status, release_at, close_at, released, template_id, cutoff_at, reopens_at, pool_times, pools_due_at,
  draw_opens_at, draw_closes_at)
select f, i, dep, doc, d, h, s, e, t, fee, 'published', r, c, cap, tpl, cut, again, pools,
  (select min(value::timestamptz) from jsonb_each_text(pools)), opens, closes
from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[], $7::timestamptz[], $8::timestamptz[],
  $9::text[], $10::int[], $11::timestamptz[], $12::timestamptz[], $13::smallint[], $14::uuid[], $15::timestamptz[],
  $16::timestamptz[], $17::jsonb[], $18::timestamptz[], $19::timestamptz[])
  as n(f, i, dep, doc, d, h, s, e, t, fee, r, c, cap, tpl, cut, again, pools, opens, closes)
on conflict do nothing returning id`;

const ticketStatement = `
insert into tickets (facility_id, session_id, number, window_start, window_end, pool)
select * from unnest($1::text[], $2::uuid[], $3::smallint[], $4::timestamptz[], $5::timestamptz[], $6::text[])`;

/** Rows of one statement, which has five seconds and takes less than a tenth of one. */
const rowsAtOnce = 2000;

/**
 * Publishes sessions with their numbers in few statements, however many there are. Those that exist already
 * (same id, or same template and date) are left alone; returned are the ones that were really made.
 */
export async function insertSessions(tx: Tx, wanted: NewSession[]): Promise<NewSession[]> {
  if (wanted.length === 0) return [];
  const column = <T>(pick: (s: NewSession) => T) => wanted.map(pick);
  const { rows } = await tx.client.query<{ id: string }>(sessionStatement, [
    column((s) => s.facilityId),
    column((s) => s.id),
    column((s) => s.departmentId),
    column((s) => s.practitionerId),
    column((s) => s.date),
    column((s) => s.halfDay),
    column((s) => s.startsAt),
    column((s) => s.endsAt),
    column((s) => s.numberType),
    column((s) => s.feeFen),
    column((s) => (s.draw ? s.closeAt : s.releaseAt)),
    column((s) => s.closeAt),
    column((s) => s.capacity),
    column((s) => s.templateId),
    column((s) => s.cutoffAt),
    column((s) => s.reopensAt),
    column((s) => JSON.stringify(s.poolTimes)),
    column((s) => s.draw?.opensAt ?? null),
    column((s) => s.draw?.closesAt ?? null),
  ]);
  const ids = new Set(rows.map((row) => row.id));
  const made = wanted.filter((s) => ids.has(s.id));
  await insertTickets(tx, made.flatMap(ticketsOf));
  return made;
}

export type NewTicket = { facilityId: string; sessionId: string; number: number; start: Date; end: Date; pool: string };

function ticketsOf(s: NewSession): NewTicket[] {
  return windowsFor(s.startsAt, s.endsAt, s.capacity).map((w) => ({
    ...w,
    facilityId: s.facilityId,
    sessionId: s.id,
    pool: poolOf(w.number, s.capacity, s.quotas),
  }));
}

export async function insertTickets(tx: Tx, tickets: NewTicket[]): Promise<void> {
  for (let from = 0; from < tickets.length; from += rowsAtOnce) {
    const some = tickets.slice(from, from + rowsAtOnce);
    await tx.client.query(ticketStatement, [
      some.map((t) => t.facilityId),
      some.map((t) => t.sessionId),
      some.map((t) => t.number),
      some.map((t) => t.start),
      some.map((t) => t.end),
      some.map((t) => t.pool),
    ]);
  }
}
