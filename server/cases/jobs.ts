import { type Services, systemContext } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { escalateCases } from './escalate-cases.ts';

export const caseJobs = {
  'cases-escalate': async (_payload: JobPayloads['cases-escalate'], services: Services) => {
    const count = await escalateCases(systemContext(services, 'cases-escalate'));
    if (count > 0) services.log.info({ count }, 'cases went up to the officials');
  },
};

/** Every ten minutes; harmless at any other time. */
export const caseCrontab = '*/10 * * * * cases-escalate ?jobKey=cases-escalate&max=3';
