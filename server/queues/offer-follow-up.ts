import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { lockAppointment } from '../booking/end-appointment.ts';
import { appointmentLink } from '../booking/record-booking.ts';
import { regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { expectQueueStaff } from './policy.ts';
import type { offerFollowUpInput } from './schema/follow-up.ts';

/**
 * 诊间预约 (A46): staff wish a return visit between two days; the patient is told and picks a time at the desk or
 * on the phone. A second wish for the same visit takes the place of the first.
 */
export async function offerFollowUp(
  ctx: ContextOf<'staff'>,
  { appointmentId, fromDate, toDate, sameDoctor }: z.infer<typeof offerFollowUpInput>,
): Promise<{ followUpId: string }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'follow-up');
  const today = regionDay(ctx.clock.now());
  if (fromDate <= today || toDate < fromDate) throw refused('follow-up-days');
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, facilityId, appointmentId);
    if (a.status !== 'arrived' && a.status !== 'fulfilled') throw refused('not-here-yet');
    const { rows } = await tx.client.query<{ id: string }>(
      `insert into follow_ups (facility_id, id, appointment_id, resident_id, department_id, practitioner_id, from_date, to_date,
         status, account_id, created_at)
       select $1, $2, $3, $4, s.department_id, case when $5 then s.practitioner_id end, $6, $7, 'open', $8, $9
       from sessions s where s.facility_id = $1 and s.id = $10
       on conflict (facility_id, appointment_id) where status = 'open' do update set from_date = excluded.from_date,
         to_date = excluded.to_date, practitioner_id = excluded.practitioner_id, account_id = excluded.account_id
       returning id`,
      [
        ...[facilityId, ctx.ids.next(), appointmentId, a.residentId, sameDoctor, fromDate, toDate],
        ...[actorId(ctx.actor), ctx.clock.now(), a.sessionId],
      ],
    );
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'queues.offer-follow-up',
      subjectType: 'appointment',
      subjectId: appointmentId,
      detail: { fromDate, toDate, sameDoctor },
    });
    await tellResident(tx, ctx, {
      residentId: a.residentId,
      kind: 'follow-up',
      params: { facility: a.facilityName, department: a.departmentName, from: fromDate, to: toDate },
      link: appointmentLink(facilityId, appointmentId),
    });
    return { followUpId: rows[0]?.id ?? '' };
  });
}
