import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { lockAppointment, moveAppointment } from './end-appointment.ts';
import { expectStaff } from './policy.ts';
import { canCheckIn } from './rules.ts';

/** The patient is here (签到): on the day itself only. Checking in twice changes nothing. */
export async function checkIn(
  ctx: ContextOf<'staff'>,
  input: { facilityId: string; appointmentId: string },
): Promise<{ status: 'arrived' }> {
  expectStaff(ctx.actor, input.facilityId, 'check-in');
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, input.facilityId, input.appointmentId);
    if (a.status === 'arrived') return { status: 'arrived' };
    const verdict = canCheckIn(a, regionDay(ctx.clock.now()));
    if (!verdict.can) throw refused(verdict.rule ?? 'not-today', { params: { date: a.date } });
    await moveAppointment(tx, ctx, a, 'arrived', null);
    await tx.client.query(
      `update tickets set status = 'used' where facility_id = $1 and session_id = $2 and number = $3`,
      [a.facilityId, a.sessionId, a.ticketNumber],
    );
    await recordAudit(tx, ctx, {
      facilityId: a.facilityId,
      action: 'booking.check-in',
      subjectType: 'appointment',
      subjectId: a.id,
    });
    return { status: 'arrived' };
  });
}
