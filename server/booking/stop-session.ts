import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { suspendSession } from '../schedules/suspend-session.ts';
import { placeBooked } from './place-booked.ts';

export type Stopped = { already: boolean; affected: number; offers: number };

/**
 * 停诊 (A33): in one transaction the session is suspended, each booked resident is told, and a
 * like-for-like ticket is kept for each where there is one. No strike, and repeating it is harmless.
 */
export async function stopSession(
  ctx: Context,
  wish: { facilityId: string; sessionId: string; reason: string },
): Promise<Stopped> {
  return transact(ctx.db, async (tx) => {
    const { already } = await suspendSession(tx, ctx, wish);
    const { rows } = await tx.client.query<{ id: string }>(
      `select id from appointments where facility_id = $1 and session_id = $2 and status in ('held', 'booked') order by created_at`,
      [wish.facilityId, wish.sessionId],
    );
    let offers = 0;
    for (const { id } of rows) offers += (await placeBooked(tx, ctx, { ...wish, appointmentId: id })) ? 1 : 0;
    return { already, affected: rows.length, offers };
  });
}
