import type { z } from 'zod';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { limitsOutput } from '../schema/province-rules.ts';

type Department = Omit<z.infer<typeof limitsOutput>['departments'][number], 'dated'>;
type Dated = z.infer<typeof limitsOutput>['departments'][number]['dated'][number];

/** The facility's departments with their limits, the newest day first; `holds` marks the one of today. */
export async function listLimits(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
): Promise<z.infer<typeof limitsOutput>> {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query<Department & { dated: Omit<Dated, 'holds'>[] }>(
    `select d.id, d.name, coalesce((
       select json_agg(json_build_object('effectiveFrom', l.effective_from, 'sex', l.sex, 'minAge', l.min_age, 'maxAge', l.max_age)
         order by l.effective_from desc)
       from department_limits l where l.department_id = d.id), '[]') as dated
     from departments d where d.facility_id = $1 order by d.name, d.id`,
    [facilityId],
  );
  const departments = rows.map(({ dated, ...department }) => {
    const held = dated.find((one) => one.effectiveFrom <= today);
    return { ...department, dated: dated.map((one) => ({ ...one, holds: one === held })) };
  });
  return { departments, earliest: addDays(today, 1) };
}
