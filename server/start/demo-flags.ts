import { hashSid, startSession } from '../access/start-session.ts';
import { raiseFlags } from '../behaviour/raise-flags.ts';
import { recordSightings } from '../behaviour/record-sightings.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import { type Base, withDemo } from './demo-house.ts';

/**
 * One hint on the officials' list: a sample account that did 130 things in a minute this morning. False where the list
 * has something already.
 */
export const raiseDemoFlags = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-flags' }, async (base) => {
    const { rows } = await base.db.pool.query<{ id: string | null; known: boolean }>(
      `select (select id from accounts where sample_rank is not null and kind = 'resident' order by sample_rank desc limit 1) as id,
         exists (select 1 from behaviour_flags) as known`,
    );
    const { id = null, known = true } = rows[0] ?? {};
    if (id === null || known) return false;
    await raiseHint(base, id);
    return true;
  });

/** This account did 130 things in a minute an hour ago, and the list says so; the sign-in it takes is thrown away. */
export async function raiseHint(base: Base, accountId: string): Promise<void> {
  const { sid } = await transact(base.db, (tx) => startSession(tx, base, accountId, 'resident'));
  const minute = new Date(Math.floor(base.clock.now().getTime() / 60_000) * 60_000 - 3_600_000);
  await recordSightings(base, [{ sidHash: hashSid(sid), address: '198.51.100.7', minute, actions: 130 }]);
  await raiseFlags(base);
}
