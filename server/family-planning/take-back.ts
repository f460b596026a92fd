import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';

/**
 * The person no longer wants to be served by this facility: its workers see nothing from the next reading on, and nobody
 * is asked anything more. What was written stays in the person's own view. Repeating it changes nothing.
 */
export async function takeBack(ctx: ContextOf<'resident'>, facilityId: string): Promise<{ done: true }> {
  const { residentId } = ctx.actor;
  if (!residentId) throw notFound('resident');
  return transact(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const { rowCount } = await tx.client.query(
      `update planning_enrolments set ended_at = $3, ended_as = 'taken-back'
       where resident_id = $1 and facility_id = $2 and ended_at is null`,
      [residentId, facilityId, now],
    );
    if (rowCount === 0) return { done: true as const };
    await tx.client.query(
      `update planning_follow_ups set state = 'void', ended_at = $3
       where resident_id = $1 and facility_id = $2 and state in ('open', 'lost')`,
      [residentId, facilityId, now],
    );
    const entry = { action: 'family-planning.take-back', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId, ...entry });
    return { done: true as const };
  });
}
