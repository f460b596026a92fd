import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { returnTickets } from '../schedules/return-tickets.ts';

export type Offer = {
  id: string;
  facilityId: string;
  appointmentId: string;
  residentId: string;
  sessionId: string;
  number: number;
  status: string;
  expiresAt: Date;
  windowStart: Date;
  windowEnd: Date;
};

/** Locks an offer with the window of its ticket; null when there is none. */
export async function lockOffer(tx: Tx, facilityId: string, offerId: string): Promise<Offer | null> {
  const { rows } = await tx.client.query<Offer>(
    `select o.id, o.facility_id as "facilityId", o.appointment_id as "appointmentId", o.resident_id as "residentId",
       o.session_id as "sessionId", o.ticket_number as number, o.status, o.expires_at as "expiresAt", t.window_start as "windowStart",
       t.window_end as "windowEnd"
     from offers o join tickets t on t.facility_id = o.facility_id and t.session_id = o.session_id and t.number = o.ticket_number
     where o.facility_id = $1 and o.id = $2 for update of o`,
    [facilityId, offerId],
  );
  return rows[0] ?? null;
}

/** Ends an offer; unless it was accepted its ticket, if still kept, goes back like any other. */
export async function closeOffer(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'ids'>,
  offer: Pick<Offer, 'facilityId' | 'id' | 'sessionId' | 'number'>,
  status: 'accepted' | 'declined' | 'lapsed',
) {
  await tx.client.query('update offers set status = $3, decided_at = $4 where facility_id = $1 and id = $2', [
    offer.facilityId,
    offer.id,
    status,
    ctx.clock.now(),
  ]);
  if (status === 'accepted') return;
  const { rows } = await tx.client.query<{ number: number }>(
    `select number from tickets where facility_id = $1 and session_id = $2 and number = $3 and status = 'held' for update`,
    [offer.facilityId, offer.sessionId, offer.number],
  );
  await returnTickets(tx, ctx, { ...offer, numbers: rows.map((row) => row.number) }, 'returned');
}
