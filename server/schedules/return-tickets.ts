import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findRules } from './find-rules.ts';
import { backAt, type Cause, placeOf, type ReturnFacts } from './return-rules.ts';

export type Returned = { facilityId: string; sessionId: string; numbers: number[] };

/**
 * Every way in which numbers become nobody's ends here: cancelled, changed, rejected, lapsed, added. They go to who
 * waits (a job of this commit), else rest until a random time, else are free. Numbers must be locked or new.
 */
export async function returnTickets(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'ids'>,
  { facilityId, sessionId, numbers }: Returned,
  cause: Cause,
): Promise<void> {
  if (numbers.length === 0) return;
  const session = await findFacts(tx, facilityId, sessionId);
  if (!session) return;
  const now = ctx.clock.now();
  const rules = await findRules(tx.client, facilityId, session.date);
  const rest = session.waited ? now : backAt(now, session.closeAt, rules, ctx.ids.chance());
  await tx.client.query({
    name: 'return-tickets',
    text: `with back as (
             update tickets set status = case when pool = 'public' then $4 else $5 end, taken_by = null
             where facility_id = $1 and session_id = $2 and number = any($3::int[]) returning number, status
           )
           insert into ticket_returns (facility_id, session_id, number, returned_at, back_at)
           select $1, $2, number, $6, $7 from back where status = 'quarantined'
           on conflict (facility_id, session_id, number) do update set returned_at = excluded.returned_at, back_at = excluded.back_at`,
    values: [
      ...[facilityId, sessionId, numbers],
      ...[placeOf(session, 'public', cause, now), placeOf(session, 'desk', cause, now), now, rest],
    ],
  });
  if (session.waited) await serveWaiting(tx, { facilityId, sessionId });
}

/** Notes that these numbers, just quarantined by the caller, are kept for those who wait. */
export async function keepForWaiting(tx: Tx, { facilityId, sessionId, numbers }: Returned, now: Date): Promise<void> {
  if (numbers.length === 0) return;
  await tx.client.query({
    name: 'keep-for-waiting',
    text: `insert into ticket_returns (facility_id, session_id, number, returned_at, back_at)
           select $1, $2, number, $4, $4 from tickets
           where facility_id = $1 and session_id = $2 and number = any($3::int[]) and status = 'quarantined'
           on conflict (facility_id, session_id, number) do update set returned_at = excluded.returned_at, back_at = excluded.back_at`,
    values: [facilityId, sessionId, numbers, now],
  });
  await serveWaiting(tx, { facilityId, sessionId });
}

/** Asks the worker to give the session's returned numbers to those who wait, or to close the list of a stopped one. */
export const serveWaiting = (tx: Tx, session: { facilityId: string; sessionId: string }) =>
  enqueue(tx, 'waitlist-serve', session, { key: `waitlist-serve ${session.sessionId}` });

async function findFacts(tx: Tx, facilityId: string, sessionId: string) {
  const { rows } = await tx.client.query<ReturnFacts & { date: string }>({
    name: 'find-return-facts',
    text: `select s.status, s.date, s.release_at as "releaseAt", s.close_at as "closeAt", exists (
             select 1 from waitlist_entries w where w.facility_id = s.facility_id and w.session_id = s.id and w.state = 'waiting') as waited
           from sessions s where s.facility_id = $1 and s.id = $2`,
    values: [facilityId, sessionId],
  });
  return rows[0] ?? null;
}
