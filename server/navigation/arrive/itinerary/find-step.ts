import type { Locked } from '../../../booking/end-appointment.ts';
import type { Tx } from '../../../kernel/transaction.ts';
import type { StoredStep } from './itinerary-rules.ts';

type Found = Pick<StoredStep, 'id' | 'kind' | 'state'> & { position: number };

/** A step of a locked visit by its id; 'doctor' is found by that name, as a page may be older than the row. */
export async function findStep(tx: Tx, visit: Locked, stepId: string): Promise<Found | null> {
  const { rows } = await tx.client.query<Found>(
    `select id, kind, state, position from itinerary_steps
     where facility_id = $1 and appointment_id = $2 and (id::text = $3 or kind = 'doctor' and $3 = 'doctor')`,
    [visit.facilityId, visit.id, stepId],
  );
  return rows[0] ?? null;
}
