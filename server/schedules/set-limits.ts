import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { requireKeeper } from './policy.ts';
import { listLimits } from './queries/limits.ts';
import type { limitsOutput, setLimitsInput } from './schema/province-rules.ts';
import { logRuleChange } from './write-rules.ts';

/**
 * Whom a department sees for visits from a coming day on (A19). Who has a number already keeps it: the desk looks
 * at it with the person. Setting the same limits for the same day again replaces them.
 */
export async function setLimits(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof setLimitsInput>,
): Promise<z.infer<typeof limitsOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  const earliest = addDays(regionDay(ctx.clock.now()), 1);
  if (wish.effectiveFrom < earliest) throw refused('rules-past', { params: { earliest } });
  if (wish.minAge !== null && wish.maxAge !== null && wish.minAge > wish.maxAge) throw invalid('ages-crossed');
  await transact(ctx.db, async (tx) => {
    const own = await tx.client.query<{ name: string }>(
      'select name from departments where id = $1 and facility_id = $2 for share',
      [wish.departmentId, facilityId],
    );
    if (!own.rows[0]) throw notFound('department');
    const { departmentId, effectiveFrom, sex, minAge, maxAge, reason } = wish;
    const before = await tx.client.query<Ends>(
      `select sex, min_age as "minAge", max_age as "maxAge" from department_limits
       where department_id = $1 and effective_from <= $2 order by effective_from desc limit 1`,
      [departmentId, effectiveFrom],
    );
    await tx.client.query(
      `insert into department_limits (department_id, effective_from, sex, min_age, max_age, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (department_id, effective_from) do update set sex = excluded.sex, min_age = excluded.min_age,
         max_age = excluded.max_age, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [departmentId, effectiveFrom, sex, minAge, maxAge, actorId(ctx.actor), ctx.clock.now()],
    );
    const change = { field: own.rows[0].name, before: wordOf(before.rows[0]), after: wordOf(wish) };
    await logRuleChange(tx, ctx, { facilityId, kind: 'limits', effectiveFrom, changes: [change], reason });
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.set-limits',
      subjectType: 'department',
      subjectId: departmentId,
      detail: { effectiveFrom, before: before.rows[0] ?? null, after: { sex, minAge, maxAge }, reason },
    });
  });
  return listLimits(ctx, facilityId);
}

type Ends = { sex: string | null; minAge: number | null; maxAge: number | null };
/** In signs that need no language: ♀ ♂, and the years from–to. */
const wordOf = (limits: Ends | undefined): string => {
  if (!limits) return '—';
  const sex = limits.sex === 'female' ? '♀ ' : limits.sex === 'male' ? '♂ ' : '';
  return limits.minAge === null && limits.maxAge === null
    ? sex.trim() || '—'
    : `${sex}${limits.minAge ?? 0}–${limits.maxAge ?? ''}`;
};
