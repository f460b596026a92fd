import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { type Locked, moveAppointment } from './end-appointment.ts';
import { canCheckIn } from './rules.ts';

/**
 * The patient is here (签到): on the day itself only, and the ticket counts as used. The appointment is locked
 * and the caller's right to it proven. Checking in twice changes nothing; false says so.
 */
export async function arrive(tx: Tx, ctx: Context, a: Locked): Promise<boolean> {
  if (a.status === 'arrived') return false;
  const verdict = canCheckIn(a, regionDay(ctx.clock.now()));
  if (!verdict.can) throw refused(verdict.rule ?? 'not-today', { params: { date: a.date } });
  await moveAppointment(tx, ctx, a, 'arrived', null);
  await tx.client.query({
    name: 'use-ticket',
    text: `update tickets set status = 'used' where facility_id = $1 and session_id = $2 and number = $3`,
    values: [a.facilityId, a.sessionId, a.ticketNumber],
  });
  await recordAudit(tx, ctx, {
    facilityId: a.facilityId,
    action: 'booking.check-in',
    subjectType: 'appointment',
    subjectId: a.id,
    detail: { channel: ctx.channel },
  });
  return true;
}

/** The doctor has seen the patient. The hospital was told of the arrival; there is nothing more to tell. */
export async function fulfil(tx: Tx, ctx: Context, a: Locked, reason: string | null = null): Promise<void> {
  if (a.status === 'arrived') await moveAppointment(tx, ctx, a, 'fulfilled', reason, 'nobody');
}
