import type { z } from 'zod';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { findBounds, findRules } from '../find-rules.ts';
import { type Bounds, ruleBounds } from '../rules.ts';
import type { provinceRulesOutput } from '../schema/province-rules.ts';
import { province } from '../write-rules.ts';
import { listRuleChanges } from './rules.ts';

/** Bounds of today and to come, the values that hold without a facility's own, and the latest changes everywhere. */
export async function getProvinceRules(ctx: ContextOf<'official'>): Promise<z.infer<typeof provinceRulesOutput>> {
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const { rows } = await ctx.db.pool.query<{ effectiveFrom: string; bounds: Partial<Bounds> }>(
    'select effective_from as "effectiveFrom", bounds from rule_bounds where effective_from > $1 order by effective_from',
    [today],
  );
  return {
    bounds: await findBounds(ctx.db.pool, today),
    values: await findRules(ctx.db.pool, province, today),
    coming: rows.map((row) => ({ ...row, bounds: { ...ruleBounds, ...row.bounds } })),
    changes: await listRuleChanges(ctx, null),
    earliest: addDays(today, 1),
    mayChange: ctx.actor.level === 1,
    asOf,
  };
}
