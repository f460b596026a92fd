import { getRuledTarget, type Target } from '../booking/find-target.ts';
import { gateRefusal } from '../booking/rules.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { horizonEnd } from '../schedules/rules.ts';
import { listMineFor } from './queries.ts';
import { chanceOf, clearsAt, type History, offerMinutes } from './rules.ts';
import type { LineView } from './schema.ts';

type Session = { facilityId: string; sessionId: string };
type Counts = { waiting: number; taken: number; free: number };

/** What a resident should know before joining: how many wait, how likely a number is, how fast to answer. */
export async function seeLine(ctx: Context, session: Session): Promise<LineView> {
  const { target, rules } = await getRuledTarget(ctx, session.facilityId, session.sessionId);
  const now = ctx.clock.now();
  const { waiting, taken, free } = await countLine(ctx, session);
  const history = await findHistory(ctx, target);
  const { actor } = ctx;
  const mine = actor.kind === 'resident' ? await listMineFor({ ...ctx, actor }, session) : [];
  const rule = closedBy(target, now, { gate: gateRefusal(target, now, horizonEnd(regionDay(now), rules))?.rule, free });
  const position = mine.find((wait) => wait.position !== null)?.position ?? waiting + 1;
  return {
    ...{ waiting, mine, rule, open: rule === null, clearsAt: clearsAt(target), asOf: now },
    chance: chanceOf(position, taken, history),
    answerMinutes: offerMinutes(target, now, rules),
  };
}

function closedBy(
  target: Target,
  now: Date,
  { gate, free }: { gate?: string | undefined; free: number },
): string | null {
  if (gate) return gate;
  if (now >= clearsAt(target)) return 'waitlist-over';
  return free > 0 ? 'waitlist-not-full' : null;
}

async function countLine(ctx: Pick<Context, 'db' | 'clock'>, session: Session): Promise<Counts> {
  const { rows } = await ctx.db.pool.query<Counts>({
    name: 'count-line',
    text: `select (select count(*)::int from waitlist_entries where facility_id = $1 and session_id = $2 and state in ('waiting', 'offered')) as waiting,
             count(*) filter (where status = 'booked')::int as taken, count(*) filter (where status = 'free' and window_end > $3)::int as free
           from tickets where facility_id = $1 and session_id = $2 and pool = 'public'`,
    values: [session.facilityId, session.sessionId, ctx.clock.now()],
  });
  return rows[0] ?? { waiting: 0, taken: 0, free: 0 };
}

/** Clinics looked at: recent ones of the same kind, few enough to be read at each look. */
const clinicsLooked = 40;

/** Numbers of the department's past clinics of this kind, and those that came back as late before them as it is now. */
async function findHistory(ctx: Pick<Context, 'db' | 'clock'>, target: Target): Promise<History> {
  const { rows } = await ctx.db.pool.query<History>({
    name: 'find-return-history',
    text: `with past as (
             select id, starts_at from sessions
             where facility_id = $1 and department_id = $2 and number_type = $3 and date < $4 and date >= $4::date - 56
               and status in ('published', 'ended')
             order by date desc, id limit ${clinicsLooked}
           )
           select count(*) filter (where a.status not in ('cancelled', 'rejected') or late.cancelled)::int as taken,
             count(*) filter (where late.cancelled)::int as returned
           from past join appointments a on a.facility_id = $1 and a.session_id = past.id
           cross join lateral (select a.status in ('cancelled', 'rejected')
             and a.updated_at between past.starts_at - make_interval(secs => $5::float8) and past.starts_at as cancelled) late`,
    values: [
      ...[target.facilityId, target.departmentId, target.numberType, regionDay(ctx.clock.now())],
      Math.max(0, (target.startsAt.getTime() - ctx.clock.now().getTime()) / 1000),
    ],
  });
  return rows[0] ?? { taken: 0, returned: 0 };
}
