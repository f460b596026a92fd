import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { requireKeeper } from './policy.ts';
import { serveWaiting } from './return-tickets.ts';

export type SuspendWish = { facilityId: string; sessionId: string; reason: string };
/** `active`: numbers that residents still hold (held or booked), whose appointments the caller now settles. */
export type Suspended = { already: boolean; active: number };

/**
 * 停诊 (A33): the session can no longer be booked and its free numbers are suspended, in the caller's
 * transaction. Repeating it changes nothing and keeps the first reason.
 */
export async function suspendSession(
  tx: Tx,
  ctx: Pick<Context, 'actor' | 'clock' | 'ids' | 'requestId'>,
  { facilityId, sessionId, reason }: SuspendWish,
): Promise<Suspended> {
  requireKeeper(ctx, facilityId);
  const key = [facilityId, sessionId];
  const { rows } = await tx.client.query<{ status: string }>(
    'select status from sessions where facility_id = $1 and id = $2 for no key update',
    key,
  );
  if (!rows[0]) throw notFound('session');
  if (rows[0].status === 'ended') throw refused('session-over');
  const already = rows[0].status === 'suspended';
  if (!already) {
    await tx.client.query(
      `update sessions set status = 'suspended', suspend_reason = $3, suspended_by = $4 where facility_id = $1 and id = $2`,
      [...key, reason, ctx.actor.kind === 'staff' ? 'platform' : 'hospital'],
    );
  }
  // waits for claims under way: they either end booked, and are counted below, or leave the number to us
  const suspended = await suspendFree(tx, { facilityId, sessionId });
  await serveWaiting(tx, { facilityId, sessionId });
  const left = await tx.client.query<{ active: number }>(
    `select count(*) as active from tickets
     where facility_id = $1 and session_id = $2 and status in ('held', 'booked') and taken_by is distinct from 'hospital'`,
    key,
  );
  const active = left.rows[0]?.active ?? 0;
  if (!already) {
    const detail = { reason, active, suspended };
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.suspend',
      subjectType: 'session',
      subjectId: sessionId,
      detail,
    });
  }
  return { already, active };
}

/** Numbers that nobody has are stopped with their session. Returns how many. */
export async function suspendFree(tx: Tx, session: { facilityId: string; sessionId: string }): Promise<number> {
  const { rowCount } = await tx.client.query(
    `update tickets set status = 'suspended' where facility_id = $1 and session_id = $2 and status in ('free', 'quarantined')`,
    [session.facilityId, session.sessionId],
  );
  return rowCount ?? 0;
}

/**
 * Waits for whoever has a number in hand that is kept for one person and that no appointment stands on yet: it ends
 * booked, and the caller settles it, or the clinic's stop is seen. After offers, whose takers lock them first.
 */
export async function awaitKept(tx: Tx, { facilityId, sessionId }: { facilityId: string; sessionId: string }) {
  await tx.client.query(
    `select 1 from tickets t where t.facility_id = $1 and t.session_id = $2 and t.status = 'held' and not exists (
       select 1 from appointments a where a.facility_id = t.facility_id and a.session_id = t.session_id
         and a.ticket_number = t.number and a.status in ('held', 'booked'))
     order by t.number for update of t`,
    [facilityId, sessionId],
  );
}
