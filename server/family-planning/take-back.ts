import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { lockPrompts } from './prompts/lock-prompts.ts';

/**
 * The person no longer wants to be served by this facility: its workers see nothing from the next reading on, and nobody
 * is asked anything more. What was written stays in the person's own view. Repeating it changes nothing.
 */
export async function takeBack(ctx: ContextOf<'resident'>, facilityId: string): Promise<{ done: true }> {
  const { residentId } = ctx.actor;
  if (!residentId) throw notFound('resident');
  return transact(ctx.db, async (tx) => {
    await lockPrompts(tx, residentId);
    const now = ctx.clock.now();
    const ended = await askAs(tx, ctx, {}, () => end(tx, [residentId, facilityId, now]));
    if (!ended) return { done: true as const };
    const entry = { action: 'family-planning.take-back', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId, ...entry });
    return { done: true as const };
  });
}

/** False when the facility does not serve the person, or no longer. */
async function end(tx: Tx, values: [residentId: string, facilityId: string, now: Date]): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update planning_enrolments set ended_at = $3, ended_as = 'taken-back'
     where resident_id = $1 and facility_id = $2 and ended_at is null`,
    values,
  );
  if (rowCount === 0) return false;
  // a centre that served the person by the say for a village asks nothing more either
  await tx.client.query(
    `update planning_follow_ups set state = 'void', ended_at = $3
     where resident_id = $1 and state in ('open', 'lost') and (facility_id = $2 or not exists (
       select 1 from planning_enrolments e where e.resident_id = $1 and e.ended_at is null
         and (e.facility_id = planning_follow_ups.facility_id or starts_with(e.region_path, planning_follow_ups.region_path))))`,
    values,
  );
  await tx.client.query(
    `update planning_prompts set state = 'declined', changed_at = $3
     where resident_id = $1 and facility_id = $2 and state = 'raised'`,
    values,
  );
  return true;
}
