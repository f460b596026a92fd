import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { findRules } from '../schedules/find-rules.ts';
import { lockEntry, lockLine, moveEntry } from './move-entry.ts';
import { expectQueueStaff } from './policy.ts';
import { noStanding, standings } from './rules.ts';
import type { priorityInput, requeueInput } from './schema/staff.ts';
import type { EntryStatus } from './schema.ts';

/**
 * Back into the line with the same number: after a few others when late (A38) or back from tests, next when the
 * miss was ours. Pressing twice changes nothing, because somebody who waits is not put back again.
 */
export async function requeue(
  ctx: ContextOf<'staff'>,
  { appointmentId, why, reason }: z.infer<typeof requeueInput>,
): Promise<{ status: EntryStatus }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'triage');
  if (why === 'wrongly-missed' && reason.length < 2) throw refused('reason-needed');
  const rules = await findRules(ctx.db.pool, facilityId, regionDay(ctx.clock.now()));
  const places = { back: rules.returnPlaces, late: rules.latePlaces, 'wrongly-missed': 0 }[why];
  return transact(ctx.db, async (tx) => {
    const seen = await lockEntry(tx, facilityId, appointmentId);
    if (seen.status === 'waiting') return { status: seen.status };
    if (seen.status === 'away' ? why !== 'back' : why === 'back') {
      throw refused('queue-state', { params: { state: seen.status } });
    }
    const calls = await lockLine(tx, facilityId, seen.sessionId);
    const set = { dueCall: calls + places, stationId: null, callCount: 0 };
    const after = await moveEntry(tx, ctx, seen, { act: why, to: 'waiting', set, reason: reason || null });
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'queues.requeue',
      subjectType: 'appointment',
      subjectId: appointmentId,
      detail: { why, places, reason },
    });
    return { status: after.status };
  });
}

/** Gives somebody who waits a place by rule, or takes it away (E15): with a reason, and shown on the wall with its rule. */
export async function setPriority(
  ctx: ContextOf<'staff'>,
  { appointmentId, priority, reason }: z.infer<typeof priorityInput>,
): Promise<{ status: EntryStatus }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'triage');
  return transact(ctx.db, async (tx) => {
    const entry = await lockEntry(tx, facilityId, appointmentId);
    if (entry.priority === priority) return { status: entry.status };
    if (entry.status !== 'waiting') throw refused('queue-state', { params: { state: entry.status } });
    const set = { priority, ...(priority ? standings[priority] : noStanding) };
    await moveEntry(tx, ctx, entry, { act: 'priority', to: 'waiting', set, reason });
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'queues.priority',
      subjectType: 'appointment',
      subjectId: appointmentId,
      detail: { from: entry.priority, to: priority, reason },
    });
    return { status: entry.status };
  });
}
