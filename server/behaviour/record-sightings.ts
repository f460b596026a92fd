import { regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { busyLeast } from './rules.ts';

/** What one session did from one address in a part of a minute. */
export type Sighting = { sidHash: string; address: string; minute: Date; actions: number };

/**
 * Keeps which resident's account acted from which address, as a keyed hash, and how busy it was. Parts of a minute from
 * several processes add up; one with few actions is left out, so a busy minute may count a little low.
 */
export async function recordSightings(
  { db, sealing }: Pick<Services, 'db' | 'sealing'>,
  seen: Sighting[],
): Promise<void> {
  if (seen.length === 0) return;
  const sessions = seen.map((one) => one.sidHash);
  await db.pool.query(
    `insert into account_addresses (day, address_hash, account_id)
     select x.day, x.address, s.account_id from unnest($1::text[], $2::text[], $3::date[]) as x (sid, address, day)
     join sign_in_sessions s on s.sid_hash = x.sid join accounts a on a.id = s.account_id and a.kind = 'resident'
     on conflict do nothing`,
    [sessions, seen.map((one) => sealing.hash('address', one.address)), seen.map((one) => regionDay(one.minute))],
  );
  const busy = seen.filter((one) => one.actions >= busyLeast);
  if (busy.length === 0) return;
  await db.pool.query(
    `insert into busy_minutes as b (minute, account_id, actions)
     select x.minute, s.account_id, sum(x.actions) from unnest($1::text[], $2::timestamptz[], $3::int[]) as x (sid, minute, actions)
     join sign_in_sessions s on s.sid_hash = x.sid join accounts a on a.id = s.account_id and a.kind = 'resident'
     group by 1, 2 on conflict (minute, account_id) do update set actions = b.actions + excluded.actions`,
    [busy.map((one) => one.sidHash), busy.map((one) => one.minute), busy.map((one) => one.actions)],
  );
}
