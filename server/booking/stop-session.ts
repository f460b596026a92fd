import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { awaitKept, suspendFree, suspendSession } from '../schedules/suspend-session.ts';
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
    await tx.client.query(
      `select 1 from offers where facility_id = $1 and session_id = $2 and status = 'open' for update`,
      [wish.facilityId, wish.sessionId],
    );
    await awaitKept(tx, wish);
    const { rows } = await tx.client.query<{ id: string }>(
      `select id from appointments where facility_id = $1 and session_id = $2 and status in ('held', 'booked') order by created_at, id for update`,
      [wish.facilityId, wish.sessionId],
    );
    let offers = 0;
    for (const { id } of rows) offers += (await placeBooked(tx, ctx, { ...wish, appointmentId: id })) ? 1 : 0;
    // numbers that were just being given back, and whose givers were waited for above
    await suspendFree(tx, wish);
    return { already, affected: rows.length, offers };
  });
}
