import { randomUUID } from 'node:crypto';
import { regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { openPools } from './open-pools.ts';
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

async function openAll(_: JobPayloads['schedules-open-pools'], services: Services): Promise<void> {
  const actor = { kind: 'system', job: 'schedules-open-pools' } as const;
  const moved = await openPools({ ...services, actor, requestId: randomUUID() });
  if (moved > 0) services.log.info({ tickets: moved }, 'unused numbers opened to others');
}

export const scheduleJobs = { 'schedules-publish': publishAll, 'schedules-open-pools': openAll };

/** Publishing at 00:10 in the region, before any release; the worker reads crontab in UTC. Pools open to the minute. */
export const scheduleCrontab = `10 16 * * * schedules-publish ?jobKey=schedules-publish {}
* * * * * schedules-open-pools ?jobKey=schedules-open-pools&max=2`;
