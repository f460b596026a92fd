import { openDatabase } from '#db/client.ts';
import { hashSid, startSession } from '../access/start-session.ts';
import { raiseFlags } from '../behaviour/raise-flags.ts';
import { recordSightings } from '../behaviour/record-sightings.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { systemIds } from '../kernel/ids.ts';
import { createSealing } from '../kernel/sealing.ts';
import { transact } from '../kernel/transaction.ts';

/**
 * One hint on the officials' list: a sample account that did 130 things in a minute this morning. The sign-in it takes is thrown
 * away. False where the list has something already.
 */
export async function raiseDemoFlags(url: string, secret: string, clock: Clock = systemClock): Promise<boolean> {
  const db = openDatabase({ url, name: 'huimin-demo-flags', max: 2, timeoutMs: 60_000 });
  const ctx = { db, clock, ids: systemIds, sealing: createSealing(secret) };
  try {
    const { rows } = await db.pool.query<{ id: string | null; known: boolean }>(
      `select (select id from accounts where sample_rank is not null and kind = 'resident' order by sample_rank desc limit 1) as id,
         exists (select 1 from behaviour_flags) as known`,
    );
    const { id = null, known = true } = rows[0] ?? {};
    if (id === null || known) return false;
    const { sid } = await transact(db, (tx) => startSession(tx, ctx, id, 'resident'));
    const minute = new Date(Math.floor(clock.now().getTime() / 60_000) * 60_000 - 3_600_000);
    await recordSightings(ctx, [{ sidHash: hashSid(sid), address: '198.51.100.7', minute, actions: 130 }]);
    await raiseFlags(ctx);
    return true;
  } finally {
    await db.pool.end();
  }
}
