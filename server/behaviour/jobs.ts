import type { Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { raiseFlags } from './raise-flags.ts';

export const behaviourJobs = {
  'behaviour-look': async (_payload: JobPayloads['behaviour-look'], services: Services) => {
    await raiseFlags(services);
  },
};

/** Every ten minutes: somebody at the release may still be looked at while it lasts. */
export const behaviourCrontab = '*/10 * * * * behaviour-look ?jobKey=behaviour-look&max=2';
