import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isInArea } from '../policy.ts';
import { states } from '../rules.ts';
import type { dayInput, dayOutput } from '../schema.ts';

const counts = states.map((state) => `'${state}', count(*) filter (where t.status = '${state}')`).join(', ');

/** The ledgers of a facility's sessions on one day. Outside the official's area nothing is found. */
export async function getLedgerDay(
  ctx: Pick<ContextOf<'official'>, 'db' | 'actor' | 'clock'>,
  { facilityId, date }: z.infer<typeof dayInput>,
): Promise<z.infer<typeof dayOutput>> {
  const asOf = ctx.clock.now();
  const found = await ctx.db.pool.query<{ id: string; name: string; regionPath: string }>(
    'select id, name, region_path as "regionPath" from facilities where id = $1',
    [facilityId],
  );
  const facility = found.rows[0];
  if (!facility || !isInArea(ctx.actor, facility.regionPath)) throw notFound('facility');
  const day = date ?? regionDay(asOf);
  const { rows } = await ctx.db.pool.query<z.infer<typeof dayOutput>['sessions'][number]>(
    `select s.id as "sessionId", d.name as "departmentName", p.name as "practitionerName", s.half_day as "halfDay",
       s.starts_at as "startsAt", s.ends_at as "endsAt", s.status, s.released, c.tickets, c.states,
       exists (select 1 from ledger_alerts l where l.facility_id = s.facility_id and l.session_id = s.id
         and l.released_at is null) as alert
     from sessions s join departments d on d.id = s.department_id left join practitioners p on p.id = s.practitioner_id
     cross join lateral (select count(*) as tickets, json_build_object(${counts}) as states from tickets t
       where t.facility_id = s.facility_id and t.session_id = s.id) c
     where s.facility_id = $1 and s.date = $2 and s.status <> 'draft'
     order by d.name, s.starts_at, s.id limit 500`,
    [facilityId, day],
  );
  return { facility: { id: facility.id, name: facility.name }, date: day, sessions: rows, asOf };
}
