import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { lockAppointment, noticeParams } from '../booking/end-appointment.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { conductLink } from './judge-visit.ts';
import { liftStrike } from './lift-strike.ts';
import { requireArea } from './policy.ts';
import { listAppeals } from './queries/appeals.ts';
import type { appealsOutput, decideAppealInput } from './schema.ts';

type Row = { status: string; path: string; facilityId: string; appointmentId: string };

/** An official of the hospital's area answers, with a reason the resident reads. An appeal is decided once. */
export async function decideAppeal(
  ctx: ContextOf<'official'>,
  { residentId, appealId, grant, answer }: z.infer<typeof decideAppealInput>,
): Promise<z.infer<typeof appealsOutput>> {
  await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<Row>(
      `select status, region_path as path, facility_id as "facilityId", appointment_id as "appointmentId"
       from strike_appeals where resident_id = $1 and id = $2 for update`,
      [residentId, appealId],
    );
    const appeal = rows[0];
    if (!appeal) throw notFound('appeal');
    requireArea(ctx.actor, appeal.path, 'appeal');
    if (appeal.status !== 'open') throw refused('appeal-decided');
    await tx.client.query(
      `update strike_appeals set status = $3, decided_at = $4, decided_by = $5, answer = $6 where resident_id = $1 and id = $2`,
      [residentId, appealId, grant ? 'granted' : 'refused', ctx.clock.now(), actorId(ctx.actor), answer],
    );
    await recordAudit(tx, ctx, {
      facilityId: appeal.facilityId,
      action: grant ? 'conduct.grant-appeal' : 'conduct.refuse-appeal',
      subjectType: 'appeal',
      subjectId: appealId,
      detail: { appointmentId: appeal.appointmentId },
    });
    if (grant) {
      await liftStrike(tx, ctx, { ...appeal, cause: 'appeal', reason: answer });
      return;
    }
    const a = await lockAppointment(tx, appeal.facilityId, appeal.appointmentId);
    await tellResident(tx, ctx, { residentId, kind: 'appeal-refused', params: noticeParams(a), link: conductLink });
  });
  return listAppeals(ctx, { decided: false });
}
