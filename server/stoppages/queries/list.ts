import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { expectStopper } from '../policy.ts';
import type { listOutput, StoppageView } from '../schema.ts';

type Staff = Pick<ContextOf<'staff'>, 'db' | 'actor' | 'clock'>;

/** How many were told is counted from the appointments themselves, so it is right at every moment of the job. */
const select = `
select p.id, d.name as "departmentName", x.name as "practitionerName", p.from_date as "from", p.to_date as "to", p.reason,
  p.account_id as "by", p.created_at as "createdAt", p.placed_at as "placedAt", n.sessions, n.people, n.told
from stoppages p left join departments d on d.id = p.department_id left join practitioners x on x.id = p.practitioner_id
cross join lateral (
  select count(distinct c.session_id) as sessions,
    count(a.id) filter (where a.status in ('held', 'booked') or a.cancel_reason = 'clinic-stopped') as people,
    count(a.id) filter (where a.cancel_reason = 'clinic-stopped') as told
  from stoppage_sessions c left join appointments a on a.facility_id = c.facility_id and a.session_id = c.session_id
  where c.facility_id = p.facility_id and c.stoppage_id = p.id) n`;

/** The facility's stoppages, the newest first. */
export async function listStoppages(ctx: Staff): Promise<z.infer<typeof listOutput>> {
  expectStopper(ctx.actor, ctx.actor.facilityId, 'place');
  const { rows } = await ctx.db.pool.query<StoppageView>(
    `${select} where p.facility_id = $1 order by p.created_at desc, p.id limit 50`,
    [ctx.actor.facilityId],
  );
  return { stoppages: await withNames(ctx, rows), asOf: ctx.clock.now() };
}

export async function getStoppage(ctx: Staff, id: string): Promise<StoppageView> {
  const { rows } = await ctx.db.pool.query<StoppageView>(`${select} where p.facility_id = $1 and p.id = $2`, [
    ctx.actor.facilityId,
    id,
  ]);
  const [found] = await withNames(ctx, rows);
  if (!found) throw notFound('stoppage');
  return found;
}

/** Accounts live on the coordinator, so their names come by a question of their own. */
async function withNames(ctx: Staff, stoppages: StoppageView[]): Promise<StoppageView[]> {
  const { rows } = await ctx.db.pool.query<{ id: string; name: string }>(
    'select id::text, display_name as name from accounts where id = any($1::uuid[])',
    [[...new Set(stoppages.flatMap(({ by }) => by ?? []))]],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return stoppages.map((stoppage) => ({ ...stoppage, by: names.get(stoppage.by ?? '') ?? null }));
}
