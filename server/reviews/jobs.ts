import { type Services, systemContext } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { drawSample } from './draw-sample.ts';
import { escalateFindings, followItems } from './follow-reviews.ts';
import { rereadItem } from './reread-item.ts';

export const reviewJobs = {
  'reviews-draw': async ({ reviewId }: JobPayloads['reviews-draw'], services: Services) => {
    const hospitals = await drawSample(systemContext(services, 'reviews-draw'), reviewId);
    services.log.info({ reviewId, hospitals }, 'sample drawn');
  },
  'reviews-reread': async ({ facilityId, itemId }: JobPayloads['reviews-reread'], services: Services) => {
    await rereadItem(systemContext(services, 'reviews-reread'), facilityId, itemId);
  },
  'reviews-follow': async (_payload: JobPayloads['reviews-follow'], services: Services) => {
    const ctx = systemContext(services, 'reviews-follow');
    const late = await escalateFindings(ctx);
    const news = await followItems(ctx);
    if (late + news > 0) services.log.info({ late, news }, 'findings followed');
  },
};

/** Every ten minutes; harmless at any other time. */
export const reviewCrontab = '*/10 * * * * reviews-follow ?jobKey=reviews-follow&max=3';
