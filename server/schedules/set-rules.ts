import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { findBounds, findRules } from './find-rules.ts';
import { requireKeeper } from './policy.ts';
import { listRules } from './queries/rules.ts';
import { breachOf } from './rules.ts';
import type { rulesOutput, setRulesInput } from './schema/console.ts';
import { differencesOf, logRuleChange, writeRules } from './write-rules.ts';

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
  const now = ctx.clock.now();
  const earliest = addDays(regionDay(now), 1);
  if (wish.effectiveFrom < earliest) throw refused('rules-past', { params: { earliest } });
  const { effectiveFrom, reason, ...rules } = wish;
  await transact(ctx.db, async (tx) => {
    const breach = breachOf(rules, await findBounds(tx.client, effectiveFrom));
    if (breach) throw refused('rule-bounds', { params: breach });
    const before = await findRules(tx.client, facilityId, effectiveFrom);
    await writeRules(tx, ctx, { facilityId, effectiveFrom, rules });
    const changes = differencesOf(before, rules);
    await logRuleChange(tx, ctx, { facilityId, kind: 'values', effectiveFrom, changes, reason });
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.set-rules',
      subjectType: 'rules',
      subjectId: effectiveFrom,
      detail: { effectiveFrom, before, after: rules, reason },
    });
  });
  return listRules(ctx, facilityId);
}
