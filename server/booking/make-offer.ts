import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Locked } from './end-appointment.ts';
import { offerHours, offerLeadMinutes } from './rules.ts';

type Offered = { id: string; windowStart: Date; expiresAt: Date };

/**
 * Keeps a like-for-like ticket for a resident who lost one through no fault of their own (A33): the same
 * doctor if possible, else the same kind of number in the department, the earliest that fits between the
 * resident's other visits. Null when there is none.
 */
export async function makeOffer(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, lost: Locked): Promise<Offered | null> {
  const visits = await listVisits(tx, lost.residentId, ctx.clock.now());
  const { rows } = await tx.client.query<Offered>({
    name: 'make-offer',
    text: `
      with old as (
        select department_id, practitioner_id, number_type from sessions where facility_id = $1 and id = $2
      ), like_ticket as (
        select t.session_id, t.number, t.window_start, s.close_at
        from old join sessions s on s.facility_id = $1 and s.department_id = old.department_id and s.number_type = old.number_type
        join tickets t on t.facility_id = s.facility_id and t.session_id = s.id
        where s.id <> $2 and s.status = 'published' and s.close_at > $3 and t.status = 'free' and t.pool = 'public'
          and t.window_start > $4
          and not exists (select 1 from unnest($9::timestamptz[], $10::timestamptz[]) as visit (starts, ends)
            where visit.starts < t.window_end and visit.ends > t.window_start)
        order by (s.practitioner_id is not distinct from old.practitioner_id) desc, t.window_start, t.number
        limit 1 for update of t skip locked
      ), kept as (
        update tickets t set status = 'held', taken_by = 'platform' from like_ticket l
        where t.facility_id = $1 and t.session_id = l.session_id and t.number = l.number
      )
      insert into offers (facility_id, id, appointment_id, resident_id, session_id, ticket_number, status, created_at, expires_at)
      select $1, $6, $7, $5, l.session_id, l.number, 'open', $3, least($8::timestamptz, l.close_at, l.window_start - interval '1 hour')
      from like_ticket l
      returning id, expires_at as "expiresAt", (select window_start from like_ticket) as "windowStart"`,
    values: [
      ...[
        lost.facilityId,
        lost.sessionId,
        ctx.clock.now(),
        new Date(ctx.clock.now().getTime() + offerLeadMinutes * 60_000),
      ],
      ...[lost.residentId, ctx.ids.next(), lost.id, new Date(ctx.clock.now().getTime() + offerHours * 3_600_000)],
      ...[visits.map((visit) => visit.starts), visits.map((visit) => visit.ends)],
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
