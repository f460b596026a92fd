import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { lockPlan } from './check-plan.ts';
import { insertSessions } from './insert-sessions.ts';
import { planPublication, summarise } from './plan-publication.ts';
import { requireKeeper } from './policy.ts';
import type { publicationView } from './schema/console.ts';

type PublishContext = Pick<Context, 'db' | 'actor' | 'clock' | 'ids' | 'requestId'>;

/**
 * Lays out the facility's weekly templates as sessions with numbers, up to its horizon. Only days not yet
 * laid out are added, so repeating it, also at the same moment, is harmless; a stopped day stays stopped.
 */
export async function publishSessions(
  ctx: PublishContext,
  facilityId: string,
): Promise<z.infer<typeof publicationView>> {
  requireKeeper(ctx, facilityId);
  const now = ctx.clock.now();
  const made = await transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    const done = await insertSessions(tx, await planPublication(tx.client, ctx.ids, facilityId, now));
    if (done.some((session) => session.draw)) await enqueue(tx, 'draws-prepare', { facilityId });
    if (done.length > 0) {
      const { sessions, tickets, from, to } = summarise(done, regionDay(now));
      const detail = { sessions, tickets, from, to };
      await recordAudit(tx, ctx, {
        facilityId,
        action: 'schedules.publish',
        subjectType: 'facility',
        subjectId: facilityId,
        detail,
      });
    }
    return done;
  });
  return summarise(made, regionDay(now));
}
