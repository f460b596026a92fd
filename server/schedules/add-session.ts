import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionInstant } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { checkDoctorFree, checkPlan, checkStaffing, lockPlan } from './check-plan.ts';
import { findRules } from './find-rules.ts';
import { insertSessions, type NewSession } from './insert-sessions.ts';
import { requireKeeper } from './policy.ts';
import { getConsoleSession } from './queries/console.ts';
import type { addSessionInput, ConsoleSession } from './schema/console.ts';
import { timesOf } from './session-times.ts';

/**
 * 加班: one session outside the weekly plan, published at once under the rules of its day. The client chose
 * the id, so sending it again answers with the same session and adds nothing.
 */
export async function addSession(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof addSessionInput>,
): Promise<ConsoleSession> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  checkPlan(wish);
  const { reason, ...plan } = wish;
  const startsAt = regionInstant(wish.date, wish.startsAt);
  const endsAt = regionInstant(wish.date, wish.endsAt);
  const now = ctx.clock.now();
  await transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    const rules = await findRules(tx.client, facilityId, wish.date);
    const times = { startsAt, endsAt, ...timesOf({ ...plan, startsAt, endsAt }, rules) };
    if (times.closeAt <= now) throw refused('session-over');
    await checkStaffing(tx.client, facilityId, wish, wish.date);
    await checkDoctorFree(tx.client, wish.practitionerId, startsAt, endsAt, wish.id);
    const session: NewSession = { ...plan, ...times, facilityId, templateId: null };
    const made = await insertSessions(tx, [session]);
    if (made.length === 0) return;
    const { departmentId, practitionerId, date, numberType, capacity, feeFen } = wish;
    const detail = { departmentId, practitionerId, date, numberType, capacity, feeFen, reason };
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.add-session',
      subjectType: 'session',
      subjectId: wish.id,
      detail,
    });
  });
  return getConsoleSession(ctx, facilityId, wish.id);
}
