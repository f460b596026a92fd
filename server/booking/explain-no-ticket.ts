import type { Context } from '../kernel/context.ts';
import type { Refusal } from '../kernel/errors.ts';
import type { BookingWish } from './booking-wish.ts';
import type { Target } from './find-target.ts';

type Row = { elsewhere: number; next_session: string | null; next_at: Date | null; release_at: Date | null };

/**
 * Why no ticket could be claimed: the window is full while the session is not, or the session is full;
 * with the next session of the same department that has a free ticket.
 */
export async function explainNoTicket(
  ctx: Pick<Context, 'db' | 'clock'>,
  wish: BookingWish,
  target: Target,
): Promise<Refusal> {
  const { rows } = await ctx.db.pool.query<Row>({
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
  const row = rows[0];
  const next =
    row?.next_session && row.next_at
      ? { blocking: { kind: 'next-session', id: row.next_session }, nextAt: row.next_at }
      : {};
  if (wish.windowStart && (row?.elsewhere ?? 0) > 0)
    return { rule: 'window-full', params: { free: row?.elsewhere ?? 0 }, ...next };
  return { rule: 'full', ...next };
}
