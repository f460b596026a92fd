import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { findRules } from '../find-rules.ts';
import { limitsOf } from '../limit-rules.ts';
import { type Door, poolsFor } from '../pool-rules.ts';
import { cancelBy, type SessionFacts, sessionStateOf } from '../rules.ts';
import type { browseInput, browseOutput, SessionView, sessionInput, sessionOutput } from '../schema.ts';

export type SessionRow = Omit<SessionView, 'state'> & { status: SessionFacts['status'] };

const columns = `
s.facility_id as "facilityId", s.id, s.department_id as "departmentId", d.name as "departmentName",
s.practitioner_id as "practitionerId", p.name as "practitionerName", p.title as "practitionerTitle", s.date,
s.half_day as "halfDay", s.starts_at as "startsAt", s.ends_at as "endsAt", s.number_type as "numberType",
s.fee_fen as "feeFen", s.released, s.release_at as "releaseAt", s.close_at as "closeAt", s.cutoff_at as "cutoffAt",
s.reopens_at as "reopensAt", s.draw_opens_at as "drawOpensAt", s.draw_closes_at as "drawClosesAt", s.status, ${limitsOf} as limits`;
const joins = 'join departments d on d.id = s.department_id left join practitioners p on p.id = s.practitioner_id';

const poolsAt = (door: Door): string => poolsFor[door].map((pool) => `'${pool}'`).join(', ');

/** Numbers that may still be had at this door: free, of its pools, in a window that is not over at $1. */
const freeCount = (door: Door) => `
cross join lateral (
  select count(*) as free from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
    and t.status = 'free' and t.pool in (${poolsAt(door)}) and t.window_end > $1) f`;

/** A department's id begins with its facility's: a cluster then asks one node. */
const inItsFacility = `and s.facility_id = split_part($2, ':', 1)`;

const viewOf = ({ status, ...row }: SessionRow, now: Date): SessionView => ({
  ...row,
  state: sessionStateOf({ ...row, status }, now),
});

/** Coming sessions of a department or doctor, stopped and full ones included, because a person asks why. Hot: prepared. */
export async function browse(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: z.infer<typeof browseInput>,
  door: Door = 'online',
): Promise<z.infer<typeof browseOutput>> {
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const by = input.departmentId !== undefined ? 'department_id' : 'practitioner_id';
  const and = input.departmentId !== undefined && input.practitionerId !== undefined;
  const from = input.from !== undefined && input.from > today ? input.from : today;
  const { rows } = await ctx.db.pool.query<SessionRow>({
    name: `browse-sessions-${by}${and ? '-both' : ''}-${door}`,
    text: `select ${columns}, f.free from sessions s ${joins} ${freeCount(door)}
           where s.${by} = $2 and s.date >= $3::date and s.date < $3::date + $4::int
             and s.status in ('published', 'halted', 'suspended') ${and ? 'and s.practitioner_id = $5' : ''}
             ${input.departmentId === undefined ? '' : inItsFacility}
           order by s.date, s.starts_at, s.number_type, s.id`,
    values: [
      ...[asOf, input.departmentId ?? input.practitionerId, from, input.days],
      ...(and ? [input.practitionerId] : []),
    ],
  });
  return { sessions: rows.map((row) => viewOf(row, asOf)), asOf };
}

type WindowRow = { start: Date; end: Date; free: number; firstNumber: number | null };
type WholeRow = SessionRow & { facilityName: string; place: string };

/** One session with its time windows: what a resident sees before choosing. */
export async function getSession(
  ctx: Pick<Context, 'db' | 'clock'>,
  { facilityId, sessionId }: z.infer<typeof sessionInput>,
  door: Door = 'online',
): Promise<z.infer<typeof sessionOutput>> {
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<WholeRow>({
    name: `get-session-${door}`,
    text: `select ${columns}, f.free, fa.name as "facilityName", d.place from sessions s ${joins}
           join facilities fa on fa.id = s.facility_id ${freeCount(door)}
           where s.facility_id = $2 and s.id = $3 and s.status in ('published', 'halted', 'suspended', 'ended')`,
    values: [asOf, facilityId, sessionId],
  });
  const row = rows[0];
  if (!row) throw notFound('session');
  const windows = await listWindows(ctx, { facilityId, sessionId, door }, asOf);
  const { facilityName, place, ...rest } = row;
  const rules = await findRules(ctx.db.pool, facilityId, row.date);
  const first = windows.find((w) => w.free > 0);
  return {
    session: viewOf(rest, asOf),
    facilityName,
    place,
    windows: windows.map((w) => ({ ...w, cancelBy: cancelBy(row, w.start, rules) })),
    cancelBy: first ? cancelBy(row, first.start, rules) : null,
    terms: rules,
    kept: await listKept(ctx, facilityId, sessionId, asOf),
    asOf,
  };
}

async function listWindows(
  ctx: Pick<Context, 'db'>,
  { facilityId, sessionId, door }: z.infer<typeof sessionInput> & { door: Door },
  now: Date,
): Promise<WindowRow[]> {
  const { rows } = await ctx.db.pool.query<WindowRow>({
    name: `list-session-windows-${door}`,
    text: `select window_start as start, window_end as end,
             count(*) filter (where status = 'free' and window_end > $3) as free,
             min(number) filter (where status = 'free' and window_end > $3) as "firstNumber"
           from tickets where facility_id = $1 and session_id = $2 and pool in (${poolsAt(door)})
           group by window_start, window_end order by window_start`,
    values: [facilityId, sessionId, now],
  });
  return rows;
}

type Kept = z.infer<typeof sessionOutput>['kept'];

/** Free numbers of the pools that open later, in the order in which they open. */
async function listKept(ctx: Pick<Context, 'db'>, facilityId: string, sessionId: string, now: Date): Promise<Kept> {
  const { rows } = await ctx.db.pool.query<Kept[number]>({
    name: 'list-kept-pools',
    text: `select t.pool, count(*) as free, (s.pool_times ->> t.pool)::timestamptz as "opensAt"
           from sessions s join tickets t on t.facility_id = s.facility_id and t.session_id = s.id
           where s.facility_id = $1 and s.id = $2 and t.status = 'free' and (s.pool_times ->> t.pool)::timestamptz > $3
           group by t.pool, 3 order by 3, t.pool`,
    values: [facilityId, sessionId, now],
  });
  return rows;
}
