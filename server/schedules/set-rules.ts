import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { findRules } from './find-rules.ts';
import { requireKeeper } from './policy.ts';
import { listRules } from './queries/rules.ts';
import { breachOf } from './rules.ts';
import type { rulesOutput, setRulesInput } from './schema/console.ts';

/**
 * Sets the facility's rules for visits from a coming day on, inside the provincial bounds. Days that have
 * begun are history and keep theirs; published sessions keep the times they were published with.
 */
export async function setRules(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof setRulesInput>,
): Promise<z.infer<typeof rulesOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  const breach = breachOf(wish);
  if (breach) throw refused('rule-bounds', { params: breach });
  const now = ctx.clock.now();
  const earliest = addDays(regionDay(now), 1);
  if (wish.effectiveFrom < earliest) throw refused('rules-past', { params: { earliest } });
  const { effectiveFrom, ...rules } = wish;
  await transact(ctx.db, async (tx) => {
    const before = await findRules(tx.client, facilityId, effectiveFrom);
    await tx.client.query(
      `insert into booking_rules (facility_id, effective_from, horizon_days, release_time, close_minutes, cancel_minutes,
         expert_cancel_time, per_day, open_max, extra_per_session, changed_by, changed_at, check_in_minutes, late_minutes,
         late_places, missed_calls, return_places, elder_age)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (facility_id, effective_from) do update set horizon_days = excluded.horizon_days,
         release_time = excluded.release_time, close_minutes = excluded.close_minutes, cancel_minutes = excluded.cancel_minutes,
         expert_cancel_time = excluded.expert_cancel_time, per_day = excluded.per_day, open_max = excluded.open_max,
         extra_per_session = excluded.extra_per_session, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
         check_in_minutes = excluded.check_in_minutes, late_minutes = excluded.late_minutes,
         late_places = excluded.late_places, missed_calls = excluded.missed_calls,
         return_places = excluded.return_places, elder_age = excluded.elder_age`,
      [
        ...[facilityId, effectiveFrom, rules.horizonDays, rules.releaseTime, rules.closeMinutes, rules.cancelMinutes],
        ...[rules.expertCancelTime, rules.perDay, rules.openMax, rules.extraPerSession, actorId(ctx.actor), now],
        ...[
          rules.checkInMinutes,
          rules.lateMinutes,
          rules.latePlaces,
          rules.missedCalls,
          rules.returnPlaces,
          rules.elderAge,
        ],
      ],
    );
    const detail = { effectiveFrom, before, after: rules };
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.set-rules',
      subjectType: 'rules',
      subjectId: effectiveFrom,
      detail,
    });
  });
  return listRules(ctx, facilityId);
}
