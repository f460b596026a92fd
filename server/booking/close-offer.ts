import type { Tx } from '../kernel/transaction.ts';

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

/** Ends an offer; unless it was accepted its ticket is free again (or suspended with its session). */
export async function closeOffer(
  tx: Tx,
  offer: Pick<Offer, 'facilityId' | 'id' | 'sessionId' | 'number'>,
  status: 'accepted' | 'declined' | 'lapsed',
  now: Date,
) {
  await tx.client.query('update offers set status = $3, decided_at = $4 where facility_id = $1 and id = $2', [
    offer.facilityId,
    offer.id,
    status,
    now,
  ]);
  if (status === 'accepted') return;
  await tx.client.query(
    `update tickets t set status = case when s.status = 'suspended' then 'suspended' else 'free' end, taken_by = null
     from sessions s where s.facility_id = t.facility_id and s.id = t.session_id
       and t.facility_id = $1 and t.session_id = $2 and t.number = $3 and t.status = 'held'`,
    [offer.facilityId, offer.sessionId, offer.number],
  );
}
