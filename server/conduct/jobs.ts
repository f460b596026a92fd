import { addDays, regionDay } from '../kernel/clock.ts';
import { type Context, type Services, systemContext } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { excuseFault } from './declare-fault.ts';
import { judgeVisit } from './judge-visit.ts';
import { graceMinutes, lookBackDays } from './rules.ts';

export const conductJobs = {
  /** Visits whose session has been over for a while and to which nobody checked in. */
  'conduct-judge': async (_payload: JobPayloads['conduct-judge'], services: Services) => {
    const judged = await judgeVisits(systemContext(services, 'conduct-judge'));
    if (judged > 0) services.log.info({ judged }, 'visits without a check-in were judged');
  },
  'conduct-excuse': async ({ faultWindowId }: JobPayloads['conduct-excuse'], services: Services) => {
    await excuseFault(systemContext(services, 'conduct-excuse'), faultWindowId);
  },
};

/** Every ten minutes; harmless at any other time. */
export const conductCrontab = '*/10 * * * * conduct-judge ?jobKey=conduct-judge&max=3';

/** Judges what is due, each visit in a transaction of its own. Returns how many were judged. */
export async function judgeVisits(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const today = regionDay(now);
  const { rows } = await ctx.db.pool.query<{ facilityId: string; appointmentId: string }>({
    name: 'list-unjudged-visits',
    text: `select a.facility_id as "facilityId", a.id as "appointmentId"
           from sessions s join appointments a on a.facility_id = s.facility_id and a.session_id = s.id and a.status = 'booked'
           where s.date between $2 and $3 and s.ends_at < $1
             and not exists (select 1 from missed_visits m where m.facility_id = a.facility_id and m.appointment_id = a.id)
           order by s.ends_at limit 2000`,
    values: [new Date(now.getTime() - graceMinutes * 60_000), addDays(today, -lookBackDays), today],
  });
  let judged = 0;
  await eachInTurn(ctx.log, 'visits to be judged', rows, async (row) => {
    if (await judgeVisit(ctx, row)) judged += 1;
  });
  return judged;
}
