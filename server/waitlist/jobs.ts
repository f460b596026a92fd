import { type Context, type Services, systemContext } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { listSessionsDue } from '../schedules/settle-return.ts';
import { lapseWaits } from './lapse-offers.ts';
import { serveSession } from './serve-session.ts';
import { withdrawNumber } from './withdraw-number.ts';

export const waitlistJobs = {
  'waitlist-serve': async (session: JobPayloads['waitlist-serve'], services: Services) => {
    await serveSession(systemContext(services, 'waitlist-serve'), session);
  },
  'waitlist-withdraw': async (seat: JobPayloads['waitlist-withdraw'], services: Services) => {
    await withdrawNumber(systemContext(services, 'waitlist-withdraw'), seat);
  },
  'waitlist-tick': async (_payload: JobPayloads['waitlist-tick'], services: Services) => {
    await tickWaitlists(systemContext(services, 'waitlist-tick'));
  },
};

/** Every minute. */
export const waitlistCrontab = '* * * * * waitlist-tick ?jobKey=waitlist-tick&max=2';

/**
 * What time alone brings about: offers lapse, rests end, lists close. Also serves what another way left lying, so
 * that a lost job costs a minute and no more. A list that fails does not hold up the others.
 */
export async function tickWaitlists(ctx: Context): Promise<void> {
  try {
    await lapseWaits(ctx);
  } finally {
    const sessions = [...(await listSessionsDue(ctx.db.pool, ctx.clock.now())), ...(await listSessionsToServe(ctx))];
    const unique = new Map(sessions.map((session) => [session.sessionId, session]));
    await eachInTurn(ctx.log, 'serving waiting lists', [...unique.values()], (session) => serveSession(ctx, session));
  }
}

async function listSessionsToServe(ctx: Context): Promise<JobPayloads['waitlist-serve'][]> {
  const { rows } = await ctx.db.pool.query<JobPayloads['waitlist-serve']>(
    `select distinct w.facility_id as "facilityId", w.session_id as "sessionId"
     from waitlist_entries w join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
     where w.state = 'waiting' and (s.status not in ('published', 'halted') or s.starts_at <= $1::timestamptz + interval '60 minutes'
       or exists (select 1 from tickets t where t.facility_id = w.facility_id and t.session_id = w.session_id
         and t.pool = 'public' and t.status = 'free' and t.window_end > $1))
     limit 500`,
    [ctx.clock.now()],
  );
  return rows;
}
