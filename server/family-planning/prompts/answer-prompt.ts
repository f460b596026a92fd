import { recordAudit } from '../../audit/record-audit.ts';
import { askAs } from '../../kernel/acting.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { enrol } from '../enrol-person.ts';
import { lockPrompts } from './lock-prompts.ts';

type Mine = ContextOf<'resident'>;
type Found = { id: string; state: string; facilityId: string | null; regionPath: string };

/**
 * The person wants the advice: the facility that offers it serves them from now on, and asks. Repeating it changes nothing.
 */
export async function acceptPrompt(ctx: Mine, id: string): Promise<{ done: true }> {
  return answer(ctx, id, async (tx, residentId, { state, facilityId, regionPath }) => {
    if (state !== 'waiting') return;
    if (!facilityId) throw notFound('planning-prompt');
    const { accountId } = ctx.actor;
    await enrol(tx, ctx, residentId, { facilityId, regionPath, said: 'online', migrant: false, accountId });
  });
}

/** The person does not want it: nobody asks, and no later version of the same news raises it again. No reason is asked for. */
export async function declinePrompt(ctx: Mine, id: string): Promise<{ done: true }> {
  return answer(ctx, id, async (tx, residentId, { state, facilityId }) => {
    if (state !== 'waiting' && state !== 'raised') return;
    const now = ctx.clock.now();
    await askAs(tx, ctx, {}, async () => {
      await tx.client.query(
        `update planning_prompts set state = 'declined', changed_at = $3 where resident_id = $1 and id = $2`,
        [residentId, id, now],
      );
      await tx.client.query(
        `update planning_follow_ups set state = 'void', ended_at = $3
         where resident_id = $1 and subject_id = $2 and kind = 'advice' and state in ('open', 'lost')`,
        [residentId, id, now],
      );
    });
    const entry = { action: 'family-planning.decline-prompt', subjectType: 'planning-prompt', subjectId: id };
    await recordAudit(tx, ctx, { facilityId: state === 'raised' ? facilityId : null, ...entry });
  });
}

async function answer(ctx: Mine, id: string, act: (tx: Tx, residentId: string, found: Found) => Promise<void>) {
  const { residentId } = ctx.actor;
  if (!residentId) throw notFound('resident');
  return transact(ctx.db, async (tx) => {
    await lockPrompts(tx, residentId);
    const { rows } = await askAs(tx, ctx, {}, () =>
      tx.client.query<Found>(
        `select id, state, facility_id as "facilityId", region_path as "regionPath" from planning_prompts
         where resident_id = $1 and id = $2 for update`,
        [residentId, id],
      ),
    );
    if (!rows[0]) throw notFound('planning-prompt');
    await act(tx, residentId, rows[0]);
    return { done: true as const };
  });
}
