import type { Target } from '../booking/find-target.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { endWait } from './end-wait.ts';
import { lockWait, waitParams, waitsLink } from './lock-wait.ts';

/** Ends every wait of a session that is stopped or about to begin, and tells each person. Repeating finds nobody left. */
export async function closeList(ctx: Context, target: Target): Promise<void> {
  const reason = target.status === 'suspended' ? 'stopped' : 'begins';
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'list-open-waits',
    text: `select id from waitlist_entries where facility_id = $1 and session_id = $2
             and (state = 'waiting' or (state = 'offered' and $3)) order by joined_at`,
    values: [target.facilityId, target.sessionId, reason === 'stopped'],
  });
  for (const { id } of rows) {
    await transact(ctx.db, async (tx) => {
      const wait = await lockWait(tx, target.facilityId, id);
      if (wait?.state !== 'waiting' && wait?.state !== 'offered') return;
      await endWait(tx, ctx, wait, { to: 'cleared', action: 'waitlist.clear', reason });
      await tellResident(tx, ctx, {
        residentId: wait.residentId,
        kind: 'wait-cleared',
        params: { ...waitParams(wait), reason },
        link: waitsLink,
      });
    });
  }
}
