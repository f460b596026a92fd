import type { Context, Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { escalateCases } from './escalate-cases.ts';

export const caseJobs = {
  'cases-escalate': async (_payload: JobPayloads['cases-escalate'], services: Services) => {
    const actor = { kind: 'system', job: 'cases-escalate' } as const;
    const rest = { requestId: 'cases-escalate', channel: 'system', internal: false, sidHash: null } as const;
    const ctx: Context = { ...services, actor, ...rest };
    const count = await escalateCases(ctx);
    if (count > 0) services.log.info({ count }, 'cases went up to the officials');
  },
};

/** Every ten minutes; harmless at any other time. */
export const caseCrontab = '*/10 * * * * cases-escalate ?jobKey=cases-escalate&max=3';
