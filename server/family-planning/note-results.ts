import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { invalid } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { latestResults, lockCheck } from './lock-check.ts';
import { holdSay, openSheet } from './open-sheet.ts';
import { type Read, readValue } from './rules/readings.ts';
import type { noteResultsInput } from './schema/check.ts';
import type { Part } from './schema/items.ts';

/**
 * Notes readings of a check, as many as are at hand; a reading that differs from the one noted is a correction beside it.
 * All are noted or none. Saving the same again changes nothing.
 */
export async function noteResults(
  ctx: ContextOf<'staff'>,
  { residentId, checkId, results }: z.infer<typeof noteResultsInput>,
): Promise<{ noted: number }> {
  const scope = await openSheet(ctx, residentId);
  return transact(ctx.db, async (tx) => {
    await holdSay(tx, scope);
    const check = await lockCheck(tx, scope, checkId);
    const known = new Map((await latestResults(tx, residentId, checkId)).map((one) => [one.code, one]));
    const fresh = readAll(check.part, results).filter((one) => known.get(one.code)?.value !== one.value);
    if (fresh.length === 0) return { noted: 0 };
    for (const { code, value, unit, low, high, flag } of fresh)
      await tx.client.query(
        `insert into preconception_results (resident_id, check_id, code, revision, value, unit, low, high, flag, noted_at, noted_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[residentId, checkId, code, (known.get(code)?.revision ?? 0) + 1, value, unit, low, high, flag],
          ...[ctx.clock.now(), ctx.actor.accountId],
        ],
      );
    // a grade given before a correction no longer says what it was given for
    await tx.client.query(
      `update preconception_checks set grade = null, reasons = '{}', graded_at = null, graded_by = null, grader_name = ''
       where resident_id = $1 and id = $2`,
      [residentId, checkId],
    );
    const entry = { action: 'family-planning.note-results', subjectType: 'preconception-check', subjectId: checkId };
    const corrected = fresh.filter((one) => known.has(one.code)).length;
    await recordAudit(tx, ctx, { facilityId: check.facilityId, ...entry, detail: { noted: fresh.length, corrected } });
    return { noted: fresh.length };
  });
}

function readAll(part: Part, results: z.infer<typeof noteResultsInput>['results']): Read[] {
  return results.map(({ code, value }) => {
    const read = readValue(part, code, value);
    if ('rule' in read) throw invalid(read.rule);
    return read;
  });
}
