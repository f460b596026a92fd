import type { Tx } from '../kernel/transaction.ts';
import { tellHospital } from './record-booking.ts';

/** The hospital has been told of this status; a change made meanwhile stays to be told. */
export async function markTold(
  tx: Tx,
  which: {
    facilityId: string;
    appointmentId: string;
    status: string;
    hisId: string | null;
    state: 'told' | 'failed' | 'none';
  },
): Promise<void> {
  await tx.client.query({
    name: 'mark-told',
    text: `update appointments set his_id = coalesce($4, his_id), his_state = case when status = $3 then $5 else his_state end
           where facility_id = $1 and id = $2`,
    values: [which.facilityId, which.appointmentId, which.status, which.hisId, which.state],
  });
}

/** The hospital has forgotten or overlooked these: they are told once more. */
export async function tellAgain(tx: Tx, facilityId: string, appointmentIds: string[]): Promise<void> {
  const { rowCount } = await tx.client.query({
    name: 'tell-again',
    text: `update appointments set his_state = 'pending' where facility_id = $1 and id = any($2) and his_state = 'told'`,
    values: [facilityId, appointmentIds],
  });
  if (rowCount) await tellHospital(tx, facilityId);
}

/** No system of the hospital takes part (any more): nothing is left to tell. */
export async function tellNobody(tx: Tx, facilityId: string): Promise<void> {
  await tx.client.query(`update appointments set his_state = 'none' where facility_id = $1 and his_state = 'pending'`, [
    facilityId,
  ]);
}
