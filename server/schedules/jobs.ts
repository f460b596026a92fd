import { randomUUID } from 'node:crypto';
import { regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { publishSessions } from './publish-sessions.ts';

/**
 * Lays out every facility's coming days: daily, and harmless at any other time. A facility is a transaction
 * of its own, so one that fails does not hold up the others; the job then fails, to be tried again.
 */
async function publishAll(_: JobPayloads['schedules-publish'], services: Services): Promise<void> {
  const { rows } = await services.db.pool.query<{ facilityId: string }>(
    `select distinct facility_id as "facilityId" from session_templates where valid_to is null or valid_to >= $1 order by 1`,
    [regionDay(services.clock.now())],
  );
  const ctx = { ...services, actor: { kind: 'system', job: 'schedules-publish' } as const, requestId: randomUUID() };
  const failed: string[] = [];
  let sessions = 0;
  for (const { facilityId } of rows) {
    try {
      sessions += (await publishSessions(ctx, facilityId)).sessions;
    } catch (err) {
      services.log.error({ err, facilityId }, 'a facility could not be published');
      failed.push(facilityId);
    }
  }
  services.log.info({ facilities: rows.length, sessions }, 'weekly plans published');
  if (failed.length > 0) throw new Error(`${failed.length} of ${rows.length} facilities could not be published`);
}

export const scheduleJobs = { 'schedules-publish': publishAll };

/** 00:10 in the region, before any release; the worker reads crontab in UTC. */
export const scheduleCrontab = '10 16 * * * schedules-publish ?jobKey=schedules-publish {}';
