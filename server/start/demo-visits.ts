import { randomUUID } from 'node:crypto';
import { openDatabase } from '#db/client.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { regionDay, systemClock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { systemIds } from '../kernel/ids.ts';
import { createLog } from '../kernel/log.ts';
import { createSealing } from '../kernel/sealing.ts';

type Wish = { residentId: string; facilityId: string; sessionId: string };

/** A session for each of `count` people: of their own city, a different one for each, at a hospital without a system of its own. */
const wishes = `
  select r.id as "residentId", s.facility_id as "facilityId", s.id as "sessionId"
  from (select id, region_code from residents where sample and region_code is not null order by id limit $1) r
  join regions home on home.code = r.region_code
  join lateral (
    select s.facility_id, s.id from facilities f join sessions s on s.facility_id = f.id
    where f.bookable and starts_with(f.region_path, left(home.path, $2)) and s.status = 'published'
      and s.date > $3 and s.release_at <= now() and s.his_id is null
      and not exists (select 1 from his_endpoints h where h.facility_id = f.id)
    order by md5(s.id::text || r.id::text) limit 1) s on true`;

/** So many book at the same time; more would wait for a connection longer than one is waited for. */
const atOnce = 12;

/** Province and city codes of a path, each ending in '/'. */
const cityPath = 26;

/**
 * Gives the demo some life: people have booked, by the same path as everybody, so that the officials' map and
 * a hospital's calendar show what they show in use. A refusal (a cap, a full session) is just one visit less.
 */
export async function bookDemoVisits(url: string, secret: string, count: number): Promise<number> {
  const db = openDatabase({ url, name: 'huimin-demo-visits', max: atOnce, timeoutMs: 600_000 });
  const ctx: Context = {
    ...{ db, clock: systemClock, ids: systemIds, sealing: createSealing(secret), log: createLog('seed') },
    sms: async () => ({ ok: true }),
    demo: true,
    actor: { kind: 'system', job: 'demo-visits' },
    ...{ requestId: 'demo-visits', channel: 'web', internal: false, sidHash: null },
  };
  const today = regionDay(systemClock.now());
  try {
    const { rows } = await db.pool.query<Wish>(wishes, [count, cityPath, today]);
    let made = 0;
    const left = rows.values();
    const bookSome = async () => {
      for (const wish of left) made += (await bookOne(ctx, wish, today)) ? 1 : 0;
    };
    await Promise.all(Array.from({ length: atOnce }, bookSome));
    return made;
  } finally {
    await db.pool.end();
  }
}

async function bookOne(ctx: Context, wish: Wish, today: string): Promise<boolean> {
  const key = randomUUID();
  const plain = { accountId: 'demo', key, bodyHash: key, windowStart: null, pools: ['public'], replaces: null, today };
  try {
    await makeBooking(ctx, { ...wish, ...plain });
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
