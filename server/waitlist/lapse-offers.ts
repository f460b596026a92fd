import type { Context } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { endWait } from './end-wait.ts';
import { lockWait, waitParams } from './lock-wait.ts';

/** Numbers that were not taken in time go to the next person; who missed one may join again at the end. */
export async function lapseWaits(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<{ facilityId: string; id: string }>(
    `select facility_id as "facilityId", id from waitlist_entries where state = 'offered' and expires_at <= $1 limit 500`,
    [now],
  );
  await eachInTurn(ctx.log, 'offers to who waits that were not taken', rows, ({ facilityId, id }) =>
    transact(ctx.db, async (tx) => {
      const wait = await lockWait(tx, facilityId, id);
      if (wait?.state !== 'offered' || !wait.expiresAt || wait.expiresAt > now) return;
      await endWait(tx, ctx, wait, { to: 'lapsed', action: 'waitlist.lapse' });
      await tellResident(tx, ctx, {
        residentId: wait.residentId,
        kind: 'wait-lapsed',
        params: waitParams(wait),
        link: `/book/${wait.facilityId}/${wait.sessionId}`,
      });
    }),
  );
  return rows.length;
}
