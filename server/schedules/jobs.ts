import { randomUUID } from 'node:crypto';
import { regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { openPools } from './open-pools.ts';
import { publishPortions } from './publish-sessions.ts';

/**
 * Lays out every facility's coming days: daily, and harmless at any other time. What a killed or failed run has done stays,
 * and the next only looks at it. One line says what this run did, however it ended.
 */
async function publishAll(_: JobPayloads['schedules-publish'], services: Services): Promise<void> {
  const now = services.clock.now();
  const { rows } = await services.db.pool.query<{ facilityId: string }>(
    `select distinct facility_id as "facilityId" from session_templates where valid_to is null or valid_to >= $1 order by 1`,
    [regionDay(now)],
  );
  const ctx = { ...services, actor: { kind: 'system', job: 'schedules-publish' } as const, requestId: randomUUID() };
  const done = { facilities: 0, published: 0, sessions: 0 };
  const publish = async ({ facilityId }: { facilityId: string }) => {
    const before = done.sessions;
    try {
      for await (const portion of publishPortions(ctx, facilityId, now)) done.sessions += portion.length;
    } finally {
      if (done.sessions > before) done.published += 1;
    }
    done.facilities += 1;
  };
  try {
    await eachInTurn(services.log, 'publishing weekly plans', rows, publish);
  } finally {
    services.log.info({ ...done, of: rows.length }, 'weekly plans published');
  }
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
