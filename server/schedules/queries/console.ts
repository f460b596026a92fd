import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Queryable } from '../find-rules.ts';
import type { Resting } from '../rest-rules.ts';
import { sessionStateOf } from '../rules.ts';
import type {
  ConsoleSession,
  facilitySessionsInput,
  facilitySessionsOutput,
  staffDirectoryOutput,
} from '../schema/console.ts';

type Row = Omit<ConsoleSession, 'state'> & Resting & { drawClosesAt: Date | null };
type Filter = {
  facilityId: string;
  from: string | null;
  days: number;
  departmentId: string | null;
  sessionId: string | null;
};

const count = (condition: string) => `count(*) filter (where ${condition})`;
const pool = (name: string) =>
  `'${name}', json_build_object('total', ${count(`t.pool = '${name}'`)}, 'free', ${count(`t.pool = '${name}' and t.status = 'free'`)})`;
const state = (name: string) => `'${name}', ${count(`t.status = '${name}'`)}`;

const statement = `
select s.facility_id as "facilityId", s.id, s.department_id as "departmentId", d.name as "departmentName",
  s.practitioner_id as "practitionerId", p.name as "practitionerName", p.title as "practitionerTitle", s.date,
  s.half_day as "halfDay", s.starts_at as "startsAt", s.ends_at as "endsAt", s.number_type as "numberType",
  s.fee_fen as "feeFen", s.status, s.release_at as "releaseAt", s.close_at as "closeAt", s.cutoff_at as "cutoffAt", s.reopens_at as "reopensAt",
  s.draw_closes_at as "drawClosesAt",
  s.pool_times as "poolTimes", s.released,
  s.suspend_reason as "suspendReason", s.template_id as "templateId", s.his_id is not null as "fromHospital",
  c.ledger, c.pools
from sessions s join departments d on d.id = s.department_id left join practitioners p on p.id = s.practitioner_id
cross join lateral (
  select json_build_object(${['free', 'held', 'booked', 'used', 'quarantined', 'suspended'].map(state).join(', ')}) as ledger,
    json_build_object(${['public', 'desk', 'referral', 'township', 'same-day', 'extra'].map(pool).join(', ')}) as pools
  from tickets t where t.facility_id = s.facility_id and t.session_id = s.id) c
where s.facility_id = $1 and ($2::date is null or s.date between $2::date and $2::date + $3::int - 1)
  and ($4::text is null or s.department_id = $4) and ($5::uuid is null or s.id = $5)
order by s.date, d.name, s.department_id, s.starts_at, s.number_type, s.id limit 3000`;

async function load(db: Queryable, now: Date, filter: Filter): Promise<ConsoleSession[]> {
  const { rows } = await db.query<Row>(statement, [
    ...[filter.facilityId, filter.from, filter.days, filter.departmentId, filter.sessionId],
  ]);
  return rows.map((row) => ({ ...row, state: sessionStateOf({ ...row, free: row.pools.public.free }, now) }));
}

/** All sessions of the actor's own facility, drafts and stopped ones included, with their ledgers. */
export async function listFacilitySessions(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
  { from, days, departmentId }: z.infer<typeof facilitySessionsInput>,
): Promise<z.infer<typeof facilitySessionsOutput>> {
  const asOf = ctx.clock.now();
  const filter = { facilityId, from, days, departmentId: departmentId ?? null, sessionId: null };
  return { sessions: await load(ctx.db.pool, asOf, filter), asOf };
}

export async function getConsoleSession(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
  sessionId: string,
): Promise<ConsoleSession> {
  const filter = { facilityId, from: null, days: 0, departmentId: null, sessionId };
  const [session] = await load(ctx.db.pool, ctx.clock.now(), filter);
  if (!session) throw notFound('session');
  return session;
}

/** Departments of the facility and the doctors who work in them on `today`: what the forms offer. */
export async function listStaff(
  ctx: Pick<Context, 'db'>,
  facilityId: string,
  today: string,
): Promise<z.infer<typeof staffDirectoryOutput>> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof staffDirectoryOutput>>(
    `select f.id as "facilityId", f.name as "facilityName", coalesce((
       select json_agg(json_build_object('id', d.id, 'name', d.name, 'practitioners', coalesce((
         select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', p.title) order by p.name, p.id)
         from practitioner_roles r join practitioners p on p.id = r.practitioner_id
         where r.department_id = d.id and r.valid_from <= $2 and (r.valid_to is null or r.valid_to >= $2)), '[]'))
         order by d.name, d.id)
       from departments d where d.facility_id = f.id), '[]') as departments
     from facilities f where f.id = $1`,
    [facilityId, today],
  );
  if (!rows[0]) throw notFound('facility');
  return rows[0];
}
