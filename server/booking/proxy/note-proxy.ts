import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Made } from '../make-booking.ts';
import type { Ask } from './ask.ts';

/** Who booked for whom, how the person agreed, and where the slip is printed again; in the booking's transaction. */
export async function noteProxy(
  tx: Tx,
  ctx: ContextOf<'staff'>,
  { residentId, consent }: Pick<Ask, 'residentId' | 'consent'>,
  made: Made,
): Promise<void> {
  const { facilityId, accountId } = ctx.actor;
  await tx.client.query(
    `insert into proxy_bookings (facility_id, appointment_id, visit_facility_id, resident_id, account_id, consent, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [facilityId, made.appointmentId, made.facilityId, residentId, accountId, consent, ctx.clock.now()],
  );
  await recordAudit(tx, ctx, {
    facilityId: made.facilityId,
    action: 'booking.proxy',
    subjectType: 'appointment',
    subjectId: made.appointmentId,
    detail: { consent, byFacilityId: facilityId },
  });
}
