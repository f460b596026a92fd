import { type Context, type Services, systemContext } from '../kernel/context.ts';
import { enqueueMissing } from '../kernel/enqueue-missing.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import type { DrawKey } from './find-draw.ts';
import { performDraw } from './perform-draw.ts';
import { prepareDraws } from './prepare-draw.ts';

export const drawJobs = {
  'draws-prepare': async ({ facilityId }: JobPayloads['draws-prepare'], services: Services) => {
    await prepareDraws(systemContext(services, 'draws-prepare'), facilityId);
  },
  /** Every minute: draws whose requests are over, or whose clinic was stopped, each as a job of its own. */
  'draws-due': async (_payload: JobPayloads['draws-due'], services: Services) => {
    const due = await listDue(systemContext(services, 'draws-due'));
    const wanted = due.map((payload) => ({ key: `draw-${payload.facilityId}-${payload.sessionId}`, payload }));
    await enqueueMissing(services, 'draws-perform', wanted);
  },
  'draws-perform': async (key: JobPayloads['draws-perform'], services: Services) => {
    await performDraw(systemContext(services, 'draws-perform'), key);
  },
};

export const drawCrontab = '* * * * * draws-due ?jobKey=draws-due&max=2';

export async function listDue(ctx: Pick<Context, 'db' | 'clock'>): Promise<DrawKey[]> {
  const { rows } = await ctx.db.pool.query<DrawKey>(
    `select w.facility_id as "facilityId", w.session_id as "sessionId"
     from draws w join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
     where w.status in ('intake', 'closed') and (w.closes_at <= $1 or s.status = 'suspended') order by w.closes_at limit 500`,
    [ctx.clock.now()],
  );
  return rows;
}
