import type { Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findRules } from './find-rules.ts';

/**
 * 加号 (A35): one more number beyond the public quota, in the session's last window, free for the caller to
 * claim in the same transaction (which also checks who may, and writes the audit row with the reason).
 * An extra number that was given back is used again. Capped by the facility's rule: the session's row is locked, so two desks cannot pass the cap together.
 */
export async function issueExtraTicket(
  tx: Tx,
  ctx: Pick<Context, 'clock'>,
  { facilityId, sessionId }: { facilityId: string; sessionId: string },
): Promise<{ number: number; limit: number; used: number }> {
  const { rows } = await tx.client.query<{ status: string; date: string; endsAt: Date }>(
    `select status, date, ends_at as "endsAt" from sessions where facility_id = $1 and id = $2 for no key update`,
    [facilityId, sessionId],
  );
  const session = rows[0];
  if (!session) throw notFound('session');
  if (session.status === 'suspended') throw refused('stopped');
  if (session.status === 'halted') throw refused('halted');
  if (session.status !== 'published' || ctx.clock.now() >= session.endsAt) throw refused('session-over');
  const { extraPerSession: limit } = await findRules(tx.client, facilityId, session.date);
  const extra = await tx.client.query<{ used: number; returned: number | null }>(
    `select count(*) as used, min(number) filter (where status = 'free') as returned
     from tickets where facility_id = $1 and session_id = $2 and pool = 'extra'`,
    [facilityId, sessionId],
  );
  const { used = 0, returned = null } = extra.rows[0] ?? {};
  if (returned !== null) return { number: returned, limit, used };
  if (used >= limit) throw refused('extra-limit', { params: { limit } });
  const made = await tx.client.query<{ number: number }>(
    `insert into tickets (facility_id, session_id, number, window_start, window_end, pool)
     select $1, $2, max(number) + 1, max(window_start), max(window_end), 'extra'
     from tickets where facility_id = $1 and session_id = $2 having max(number) is not null returning number`,
    [facilityId, sessionId],
  );
  const number = made.rows[0]?.number;
  if (number === undefined) throw notFound('session');
  await tx.client.query('update sessions set released = released + 1 where facility_id = $1 and id = $2', [
    facilityId,
    sessionId,
  ]);
  return { number, limit, used: used + 1 };
}
