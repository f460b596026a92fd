import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { lockPlan } from './check-plan.ts';
import { insertSessions, type NewSession } from './insert-sessions.ts';
import { type Days, planPublication, portionsOf, summarise } from './plan-publication.ts';
import { requireKeeper } from './policy.ts';
import type { publicationView } from './schema/console.ts';

type PublishContext = Pick<Context, 'db' | 'actor' | 'clock' | 'ids' | 'requestId'>;

/** Numbers of one transaction: 70 ms, so that it ends in time on a machine many times busier, too. */
const numbersAtOnce = 2000;

/**
 * Lays out the facility's weekly templates as sessions with numbers, up to its horizon. Only days not yet
 * laid out are added, so repeating it, also at the same moment, is harmless; a stopped day stays stopped.
 */
export async function publishSessions(
  ctx: PublishContext,
  facilityId: string,
): Promise<z.infer<typeof publicationView>> {
  const now = ctx.clock.now();
  const made: NewSession[] = [];
  for await (const portion of publishPortions(ctx, facilityId, now)) made.push(...portion);
  return summarise(made, regionDay(now));
}

/**
 * The same in portions of some days, each a transaction with its audit row: whoever is cut off in between has laid out
 * what it has given, and the next run goes on after it. Where nothing is left to add it only looks.
 */
export async function* publishPortions(
  ctx: PublishContext,
  facilityId: string,
  now: Date,
): AsyncGenerator<NewSession[]> {
  requireKeeper(ctx, facilityId);
  const plan = await planPublication(ctx.db.pool, ctx.ids, facilityId, now);
  for (const days of portionsOf(plan, numbersAtOnce)) yield publishDays(ctx, facilityId, now, days);
}

/** Plans anew with the plan locked: a stop or another publication may have come since the look. */
function publishDays(ctx: PublishContext, facilityId: string, now: Date, days: Days): Promise<NewSession[]> {
  return transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    const done = await insertSessions(tx, await planPublication(tx.client, ctx.ids, facilityId, now, days));
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
}
