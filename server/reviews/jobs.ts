import type { Context, Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { drawSample } from './draw-sample.ts';
import { escalateFindings, followItems } from './follow-reviews.ts';
import { rereadItem } from './reread-item.ts';

const contextOf = (services: Services, job: string): Context => ({
  ...{ ...services, actor: { kind: 'system', job } as const },
  ...{ requestId: job, channel: 'system', internal: false, sidHash: null },
});

export const reviewJobs = {
  'reviews-draw': async ({ reviewId }: JobPayloads['reviews-draw'], services: Services) => {
    const hospitals = await drawSample(contextOf(services, 'reviews-draw'), reviewId);
    services.log.info({ reviewId, hospitals }, 'sample drawn');
  },
  'reviews-reread': async ({ facilityId, itemId }: JobPayloads['reviews-reread'], services: Services) => {
    await rereadItem(contextOf(services, 'reviews-reread'), facilityId, itemId);
  },
  'reviews-follow': async (_payload: JobPayloads['reviews-follow'], services: Services) => {
    const ctx = contextOf(services, 'reviews-follow');
    const late = await escalateFindings(ctx);
    const news = await followItems(ctx);
    if (late + news > 0) services.log.info({ late, news }, 'findings followed');
  },
};

/** Every ten minutes; harmless at any other time. */
export const reviewCrontab = '*/10 * * * * reviews-follow ?jobKey=reviews-follow&max=3';
