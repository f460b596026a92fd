import type { z } from 'zod';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { findRules } from '../find-rules.ts';
import { ruleBounds, rulesOf } from '../rules.ts';
import type { rulesOutput, rulesRow } from '../schema/console.ts';

/** The facility's dated rules, newest first, with the province's they fall back on, and who set them. */
export async function listRules(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
): Promise<z.infer<typeof rulesOutput>> {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query<z.infer<typeof rulesRow>>(
    `select case when b.facility_id = $1 then 'facility' else 'province' end as origin, b.effective_from as "effectiveFrom",
       b.horizon_days as "horizonDays", b.release_time as "releaseTime", b.close_minutes as "closeMinutes",
       b.cancel_minutes as "cancelMinutes", b.expert_cancel_time as "expertCancelTime", b.per_day as "perDay",
       b.open_max as "openMax", b.extra_per_session as "extraPerSession",
       coalesce(a.display_name, b.changed_by) as "changedBy", b.changed_at as "changedAt"
     from booking_rules b left join accounts a on a.id::text = b.changed_by
     where b.facility_id in ($1, 'province') order by b.effective_from desc, origin limit 200`,
    [facilityId],
  );
  const dated = rows.map((row) => ({ ...row, ...rulesOf(row) }));
  return {
    today: await findRules(ctx.db.pool, facilityId, today),
    rows: dated,
    bounds: ruleBounds,
    earliest: addDays(today, 1),
  };
}
