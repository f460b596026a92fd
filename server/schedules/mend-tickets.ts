import type { Tx } from '../kernel/transaction.ts';

/** `status`: as it was found, so that a number somebody moved meanwhile is left alone. */
export type TicketMend = { number: number; status: string; to: 'held' | 'booked' | 'used' | 'suspended' };

/**
 * Brings numbers of a locked session in line with who has them, and the released count in line with the
 * numbers. A number that nobody has is suspended, not sold: somebody may still come with it.
 */
export async function mendTickets(tx: Tx, facilityId: string, sessionId: string, mends: TicketMend[]): Promise<void> {
  const key = [facilityId, sessionId];
  if (mends.length > 0) {
    await tx.client.query(
      `update tickets t set status = m.to_status, taken_by = case when m.to_status = 'suspended' then null else 'platform' end
       from unnest($3::int[], $4::text[], $5::text[]) as m (number, was, to_status)
       where t.facility_id = $1 and t.session_id = $2 and t.number = m.number and t.status = m.was`,
      [...key, mends.map((m) => m.number), mends.map((m) => m.status), mends.map((m) => m.to)],
    );
  }
  await tx.client.query(
    `update sessions set released = (select count(*) from tickets where facility_id = $1 and session_id = $2)
     where facility_id = $1 and id = $2`,
    key,
  );
}
