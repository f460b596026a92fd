import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { changeCapacity } from './change-capacity.ts';
import { lockPlan } from './check-plan.ts';
import { lockOwnSession, moveTimes } from './move-times.ts';
import { requireKeeper } from './policy.ts';
import { getConsoleSession } from './queries/console.ts';
import type { changeSessionInput, changeSessionOutput } from './schema/console.ts';
import { substituteDoctor } from './substitute-doctor.ts';

type Wish = z.infer<typeof changeSessionInput>;

/**
 * One-off change of a published session: fee (for bookings from now on), times, numbers, or the doctor. All
 * of it happens or nothing. Repeating it finds everything as wished and changes nothing more.
 */
export async function changeSession(ctx: ContextOf<'staff'>, wish: Wish): Promise<z.infer<typeof changeSessionOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  const told = await transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    const session = await lockOwnSession(tx, facilityId, wish.sessionId, ctx.clock.now());
    const detail: Record<string, unknown> = {};
    if (wish.feeFen !== undefined && wish.feeFen !== session.feeFen) {
      await tx.client.query('update sessions set fee_fen = $3 where facility_id = $1 and id = $2', [
        facilityId,
        session.id,
        wish.feeFen,
      ]);
      detail.feeFen = { before: session.feeFen, after: wish.feeFen };
    }
    const times = await moveTimes(tx, session, wish, refuseTaken);
    if (times) detail.times = times;
    if (wish.capacity !== undefined) {
      const capacity = await changeCapacity(tx, ctx, session, wish.capacity);
      if (capacity.before !== capacity.after) detail.capacity = capacity;
    }
    let count = 0;
    if (wish.practitionerId !== undefined && wish.practitionerId !== session.practitionerId) {
      count = await substituteDoctor(tx, ctx, session, wish.practitionerId);
      detail.practitionerId = { before: session.practitionerId, after: wish.practitionerId, told: count };
    }
    if (Object.keys(detail).length > 0) {
      const entry = { facilityId, action: 'schedules.change-session', subjectType: 'session', subjectId: session.id };
      await recordAudit(tx, ctx, { ...entry, detail: { ...detail, reason: wish.reason } });
    }
    return count;
  });
  return { session: await getConsoleSession(ctx, facilityId, wish.sessionId), told };
}

/** New times only while nobody holds a number; else the people must be told, which is booking's to do. */
function refuseTaken(taken: number): void {
  if (taken > 0) throw refused('session-has-bookings', { params: { taken } });
}
