import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { addFollowUp } from './add-follow-up.ts';
import { getCheckRule } from './check-rule.ts';
import { latestResults, lockCheck } from './lock-check.ts';
import { holdSay, openSheet } from './open-sheet.ts';
import { afterGrade } from './rules/follow-ups.ts';
import { gradeOf, missingOf } from './rules/readings.ts';
import type { gradeCheckInput } from './schema/check.ts';

/**
 * Weighs a check whose readings are all noted, with the advice given, and sets the day by which she is asked whether she is
 * pregnant. The grade follows from the readings; the worker adds words, not another grade. Repeating it replaces the advice.
 */
export async function gradeCheck(
  ctx: ContextOf<'staff'>,
  { residentId, checkId, advice }: z.infer<typeof gradeCheckInput>,
): Promise<{ grade: 'usual' | 'raised' }> {
  const scope = await openSheet(ctx, residentId);
  return transact(ctx.db, async (tx) => {
    await holdSay(tx, scope);
    const check = await lockCheck(tx, scope, checkId);
    const results = await latestResults(tx, residentId, checkId);
    const missing = missingOf(check.part, results);
    if (missing.length > 0) throw refused('planning-check-unfinished', { params: { count: missing.length } });
    const { grade, reasons } = gradeOf(results);
    const now = ctx.clock.now();
    const { accountId, name, facilityId } = ctx.actor;
    await tx.client.query(
      `update preconception_checks set grade = $3, reasons = $4, advice = $5, graded_at = $6, graded_by = $7, grader_name = $8
       where resident_id = $1 and id = $2`,
      [residentId, checkId, grade, reasons, advice, now, accountId, name],
    );
    const { regionPath } = scope.place;
    const due = afterGrade(regionDay(now), getCheckRule(regionDay(now)));
    // weighed anew after a correction, she is not asked again what was asked already
    if (check.part === 'woman' && !(await isAsked(tx, residentId, checkId)))
      await addFollowUp(tx, ctx, { residentId, facilityId, regionPath, subjectId: checkId }, due);
    const entry = { action: 'family-planning.grade-check', subjectType: 'preconception-check', subjectId: checkId };
    await recordAudit(tx, ctx, { facilityId, ...entry });
    return { grade };
  });
}

async function isAsked(tx: Tx, residentId: string, checkId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'select 1 from planning_follow_ups where resident_id = $1 and subject_id = $2 limit 1',
    [residentId, checkId],
  );
  return (rowCount ?? 0) > 0;
}
