import type { Tx } from '../kernel/transaction.ts';

/** Says who has the last word on a hospital's bookings (design §3.7). Bookings already made keep theirs. */
export async function setAuthority(tx: Tx, facilityId: string, authority: 'granted' | 'confirmed'): Promise<void> {
  await tx.client.query('update facilities set authority = $2 where id = $1', [facilityId, authority]);
}
