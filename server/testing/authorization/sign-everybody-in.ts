import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { startSession } from '../../access/start-session.ts';
import { cookieOf } from '../../http/testing/api-process.ts';
import type { Actor } from '../../kernel/context.ts';
import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { now, secret } from './stage.ts';

/** For routes that know nobody but by the cookie: an account and a session for each who can have one. */
export async function signEverybodyIn(
  db: TestDatabase,
  actors: Record<string, Actor>,
): Promise<Record<string, string>> {
  const ctx = testContext(db, systemActor(), { clock: { now: () => now } });
  const cookies: Record<string, string> = {};
  for (const [name, actor] of Object.entries(actors)) {
    if (!('accountId' in actor)) continue;
    const { accountId, kind } = actor;
    await db.pool.query(
      `insert into accounts (id, kind, display_name, login, facility_id, roles, region_code)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [
        ...[accountId, kind, actor.name, kind === 'resident' ? null : `m.${randomUUID()}`],
        ...(kind === 'staff' ? [actor.facilityId, actor.roles] : [null, []]),
        kind === 'official' ? actor.regionCode : null,
      ],
    );
    const { sid } = await transact(db, (tx) => startSession(tx, ctx, accountId, kind));
    cookies[name] = await cookieOf(sid, secret);
  }
  return cookies;
}
