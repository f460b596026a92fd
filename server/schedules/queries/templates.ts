import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { templatesOutput, templateView } from '../schema/console.ts';

type Template = z.infer<typeof templateView>;

const columns = `
t.id, t.department_id as "departmentId", d.name as "departmentName", t.practitioner_id as "practitionerId",
p.name as "practitionerName", p.title as "practitionerTitle", t.weekday, t.half_day as "halfDay",
to_char(t.starts_at, 'HH24:MI') as "startsAt", to_char(t.ends_at, 'HH24:MI') as "endsAt", t.number_type as "numberType",
t.fee_fen as "feeFen", t.capacity, t.quotas, t.draw_minutes as "drawMinutes", t.valid_from as "validFrom", t.valid_to as "validTo", t.updated_at as "updatedAt",
(select max(s.date) from sessions s where s.facility_id = t.facility_id and s.template_id = t.id) as "publishedTo"
from session_templates t join departments d on d.id = t.department_id left join practitioners p on p.id = t.practitioner_id`;

/** The facility's weekly plan by department, weekday and time; ended templates come last. */
export async function listTemplates(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
): Promise<z.infer<typeof templatesOutput>> {
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<Template>(
    `select ${columns} where t.facility_id = $1
     order by coalesce(t.valid_to < $2::date, false), d.name, d.id, t.weekday, t.starts_at, t.id limit 2000`,
    [facilityId, regionDay(asOf)],
  );
  return { templates: rows, asOf };
}

export async function getTemplate(ctx: Pick<Context, 'db'>, facilityId: string, id: string): Promise<Template> {
  const { rows } = await ctx.db.pool.query<Template>(`select ${columns} where t.facility_id = $1 and t.id = $2`, [
    facilityId,
    id,
  ]);
  if (!rows[0]) throw notFound('template');
  return rows[0];
}
