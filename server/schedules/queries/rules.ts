import type { z } from 'zod';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { findBounds, findRules, ruleColumns } from '../find-rules.ts';
import { rulesOf } from '../rules.ts';
import type { ruleChange, rulesOutput, rulesRow } from '../schema/console.ts';

/** The facility's dated rules, newest first, with the province's they fall back on, and who set them. */
export async function listRules(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
): Promise<z.infer<typeof rulesOutput>> {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query<z.infer<typeof rulesRow>>(
    `select case when b.facility_id = $1 then 'facility' else 'province' end as origin, b.effective_from as "effectiveFrom",
       ${ruleColumns}, b.changed_by as "changedBy", b.changed_at as "changedAt"
     from booking_rules b
     where b.facility_id in ($1, 'province') order by b.effective_from desc, origin limit 200`,
    [facilityId],
  );
  const names = await namesOf(
    ctx,
    rows.map((row) => row.changedBy),
  );
  const dated = rows.map((row) => ({ ...row, ...rulesOf(row), changedBy: names.get(row.changedBy) ?? row.changedBy }));
  return {
    today: await findRules(ctx.db.pool, facilityId, today),
    rows: dated,
    bounds: await findBounds(ctx.db.pool, addDays(today, 1)),
    changes: await listRuleChanges(ctx, [facilityId, 'province']),
    earliest: addDays(today, 1),
  };
}

/** The latest changes of these facilities' rules; null asks for everybody's. `'province'` is the province's own. */
export async function listRuleChanges(
  ctx: Pick<Context, 'db'>,
  facilityIds: string[] | null,
): Promise<z.infer<typeof ruleChange>[]> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof ruleChange>>(
    `select c.id, f.name as "facilityName", c.kind, c.effective_from as "effectiveFrom", c.changes, c.reason,
       c.changed_by as "changedBy", c.changed_at as "changedAt"
     from rule_changes c left join facilities f on f.id = c.facility_id
     where $1::text[] is null or c.facility_id = any($1) order by c.changed_at desc, c.id limit 100`,
    [facilityIds],
  );
  const names = await namesOf(
    ctx,
    rows.map((row) => row.changedBy),
  );
  return rows.map((row) => ({ ...row, changedBy: names.get(row.changedBy) ?? row.changedBy }));
}

/** Names of the accounts among these actors; the system has none. */
async function namesOf(ctx: Pick<Context, 'db'>, actors: string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.db.pool.query<{ id: string; name: string }>(
    'select id::text, display_name as name from accounts where id = any($1::uuid[])',
    [[...new Set(actors)].filter((actor) => /^[0-9a-f-]{36}$/.test(actor))],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
