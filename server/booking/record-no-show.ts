import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { type Locked, moveAppointment } from './end-appointment.ts';

/** The visit was missed, with evidence. The ticket stays booked: it was kept for somebody who did not come. */
export async function recordNoShow(tx: Tx, ctx: Context, a: Locked): Promise<void> {
  await moveAppointment(tx, ctx, a, 'noshow', null, 'nobody');
  await recordAudit(tx, ctx, {
    facilityId: a.facilityId,
    action: 'booking.no-show',
    subjectType: 'appointment',
    subjectId: a.id,
  });
}

/** The person was there after all: the visit counts as one, and the ticket as used. */
export async function recordCameAfterAll(tx: Tx, ctx: Context, a: Locked, reason: string): Promise<void> {
  await moveAppointment(tx, ctx, a, 'arrived', reason, 'nobody');
  await tx.client.query(
    `update tickets set status = 'used' where facility_id = $1 and session_id = $2 and number = $3`,
    [a.facilityId, a.sessionId, a.ticketNumber],
  );
}
