import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { forgetHisVersion } from '../schedules/write-his-tickets.ts';
import { applySlots } from './apply-slots.ts';
import type { Hospital } from './hospital.ts';

/** Asks the hospital how the number of an ended appointment stands now: free again, or somebody else's. */
export async function refreshSlot({ ctx, client, facilityId }: Hospital, appointmentId: string): Promise<void> {
  const { rows } = await ctx.db.pool.query<{ his_id: string }>(
    `select t.his_id from appointments a join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id
       and t.number = a.ticket_number where a.facility_id = $1 and a.id = $2 and t.his_id is not null`,
    [facilityId, appointmentId],
  );
  const hisId = rows[0]?.his_id;
  if (!hisId) return;
  // first, so that a sweep finds it should the question fail
  await transact(ctx.db, (tx) => forgetHisVersion(tx, facilityId, hisId));
  try {
    const slot = await client.read('Slot', hisId);
    await transact(ctx.db, (tx) => applySlots(tx, { facilityId, now: ctx.clock.now() }, [slot]));
  } catch (error) {
    if (!(error instanceof HisError) || isIllHealth(error)) throw error;
  }
}
