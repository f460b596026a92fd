import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { tellResident } from '../../notices/tell-resident.ts';
import { endAppointment, lockAppointment, noticeParams } from '../end-appointment.ts';
import { expectStaff } from '../policy.ts';
import { appointmentLink } from '../record-booking.ts';
import { canCancel } from '../rules.ts';
import type { proxyCancelInput } from '../schema/proxy.ts';
import { openAsk } from './ask.ts';

/** Staff give up a number for the person who asked, by the same deadline as on the phone. Repeating it changes nothing. */
export async function cancelForPerson(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof proxyCancelInput>,
): Promise<{ done: true }> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'proxy');
  const { residentId } = openAsk(ctx, input.ask);
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, input.facilityId, input.appointmentId);
    if (a.residentId !== residentId) throw notFound('appointment');
    if (a.status === 'cancelled') return { done: true as const };
    const verdict = canCancel(a, ctx.clock.now());
    if (!verdict.can)
      throw refused(verdict.rule ?? 'cancel-too-late', { params: { cancelBy: a.cancelBy.toISOString() } });
    const end = { to: 'cancelled', reason: 'by-proxy', ticket: 'free', action: 'booking.proxy-cancel' } as const;
    await endAppointment(tx, ctx, a, end);
    await tellResident(tx, ctx, {
      ...{ residentId, kind: 'cancelled', params: noticeParams(a) },
      link: appointmentLink(a.facilityId, a.id),
    });
    return { done: true as const };
  });
}
