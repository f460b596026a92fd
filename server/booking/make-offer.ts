import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Locked } from './end-appointment.ts';
import { offerHours, offerLeadMinutes } from './rules.ts';

type Offered = { id: string; windowStart: Date; expiresAt: Date };
type Kept = { sessionId: string; number: number; windowStart: Date; expiresAt: Date };

/**
 * Keeps a like-for-like ticket for a resident who lost one through no fault of their own (A33): the same
 * doctor if possible, else the same kind of number in the department, the earliest that fits between the
 * resident's other visits. Null when there is none.
 */
export async function makeOffer(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, lost: Locked): Promise<Offered | null> {
  const now = ctx.clock.now();
  const kept = await keepLikeTicket(tx, lost, now);
  if (!kept) return null;
  const id = ctx.ids.next();
  await tx.client.query({
    name: 'make-offer',
    text: `insert into offers (facility_id, id, appointment_id, resident_id, session_id, ticket_number, status, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`,
    values: [lost.facilityId, id, lost.id, lost.residentId, kept.sessionId, kept.number, now, kept.expiresAt],
  });
  return { id, windowStart: kept.windowStart, expiresAt: kept.expiresAt };
}

async function keepLikeTicket(tx: Tx, lost: Locked, now: Date): Promise<Kept | null> {
  const visits = await listVisits(tx, lost.residentId, now);
  const after = (ms: number) => new Date(now.getTime() + ms);
  const { rows } = await tx.client.query<Kept>({
    name: 'keep-like-ticket',
    text: `
      with like_ticket as (
        select t.session_id, t.number, least($6::timestamptz, s.close_at, t.window_start - interval '1 hour') as expires_at
        from sessions old
        join sessions s on s.facility_id = old.facility_id and s.department_id = old.department_id
          and s.number_type = old.number_type and s.id <> old.id
        join tickets t on t.facility_id = s.facility_id and t.session_id = s.id
        where old.facility_id = $1 and old.id = $2 and s.status = 'published' and s.close_at > $3
          and t.status = 'free' and t.pool = 'public' and t.window_start > $4
          and not exists (select 1 from unnest($5::timestamptz[], $7::timestamptz[]) as visit (starts, ends)
            where visit.starts < t.window_end and visit.ends > t.window_start)
        order by (s.practitioner_id is not distinct from old.practitioner_id) desc, t.window_start, t.number
        limit 1 for update of t skip locked
      )
      update tickets t set status = 'held', taken_by = 'platform' from like_ticket l
      where t.facility_id = $1 and t.session_id = l.session_id and t.number = l.number
      returning t.session_id as "sessionId", t.number, t.window_start as "windowStart", l.expires_at as "expiresAt"`,
    values: [
      ...[lost.facilityId, lost.sessionId, now, after(offerLeadMinutes * 60_000)],
      ...[visits.map((visit) => visit.starts), after(offerHours * 3_600_000), visits.map((visit) => visit.ends)],
    ],
  });
  return rows[0] ?? null;
}

/** The resident's other visits. One booked after this look is found again when the offer is accepted. */
async function listVisits(tx: Tx, residentId: string, now: Date): Promise<{ starts: Date; ends: Date }[]> {
  const { rows } = await tx.client.query<{ starts: Date; ends: Date }>({
    name: 'list-visits',
    text: `select window_start as starts, window_end as ends from resident_bookings
           where resident_id = $1 and active = 1 and window_end > $2`,
    values: [residentId, now],
  });
  return rows;
}
