import type { Context } from '../kernel/context.ts';
import type { Refusal } from '../kernel/errors.ts';
import type { BookingWish } from './booking-wish.ts';
import type { Target } from './find-target.ts';

/** Free tickets of the session itself, which may be locked by others just now, and the next session with one. */
export type Alternatives = {
  elsewhere: number;
  next_session: string | null;
  next_at: Date | null;
  release_at: Date | null;
};

/** Looks without locking anything. */
export async function findAlternatives(
  ctx: Pick<Context, 'db' | 'clock'>,
  wish: Pick<BookingWish, 'facilityId' | 'sessionId' | 'pools'>,
  target: Pick<Target, 'departmentId' | 'date'>,
): Promise<Alternatives | null> {
  const { rows } = await ctx.db.pool.query<Alternatives>({
    name: 'explain-no-ticket',
    text: `select (select count(*) from tickets where facility_id = $1 and session_id = $2 and status = 'free' and pool = any($3) and window_end > $5) as elsewhere,
             n.id as next_session, n.starts_at as next_at, n.release_at
           from (select 1) one left join lateral (
             select s.id, s.starts_at, s.release_at from sessions s
             where s.facility_id = $1 and s.department_id = $4 and s.id <> $2 and s.status = 'published'
               and s.date >= $6 and s.close_at > $5 and s.release_at <= $5
               and exists (select 1 from tickets t where t.facility_id = s.facility_id and t.session_id = s.id and t.status = 'free' and t.pool = any($3) and t.window_end > $5)
             order by s.starts_at limit 1) n on true`,
    values: [wish.facilityId, wish.sessionId, wish.pools, target.departmentId, ctx.clock.now(), target.date],
  });
  return rows[0] ?? null;
}

/** Why no ticket could be claimed: the window is full while the session is not, or the session is full; with the next one. */
export function refusalOf(found: Alternatives | null, wish: Pick<BookingWish, 'windowStart'>): Refusal {
  const next =
    found?.next_session && found.next_at
      ? { blocking: { kind: 'next-session', id: found.next_session }, nextAt: found.next_at }
      : {};
  if (wish.windowStart && (found?.elsewhere ?? 0) > 0)
    return { rule: 'window-full', params: { free: found?.elsewhere ?? 0 }, ...next };
  return { rule: 'full', ...next };
}

export const explainNoTicket = async (
  ctx: Pick<Context, 'db' | 'clock'>,
  wish: BookingWish,
  target: Target,
): Promise<Refusal> => refusalOf(await findAlternatives(ctx, wish, target), wish);
