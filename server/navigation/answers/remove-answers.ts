import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { reachOf } from '../../residents/queries.ts';
import { type Key, lineOfVisit } from './queries.ts';

/** Takes back what was attached, words and advice alike; from the commit on nobody can read it. Repeating it changes nothing. */
export async function removeAnswers(ctx: ContextOf<'resident'>, key: Key): Promise<{ removed: boolean }> {
  const reach = await reachOf(ctx);
  return transact(ctx.db, async (tx) => {
    const { rows: own } = await tx.client.query<{ residentId: string }>(
      'select resident_id as "residentId" from appointments where facility_id = $1 and id = $2',
      [key.facilityId, key.appointmentId],
    );
    if (!own[0] || !reach.includes(own[0].residentId)) throw notFound('appointment');
    const { rows } = await tx.client.query<{ id: string }>(
      `${lineOfVisit}
       delete from triage_answers t where t.facility_id = $1 and t.appointment_id in (select id from line)
       returning t.appointment_id as id`,
      [key.facilityId, key.appointmentId],
    );
    if (rows.length === 0) return { removed: false };
    await recordAudit(tx, ctx, {
      facilityId: key.facilityId,
      action: 'navigation.remove-answers',
      subjectType: 'appointment',
      subjectId: key.appointmentId,
    });
    return { removed: true };
  });
}
