import { type Services, systemContext } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { placePeople } from './place-people.ts';

export const stoppageJobs = {
  'stoppages-place': async (payload: JobPayloads['stoppages-place'], services: Services) => {
    const ctx = { ...systemContext(services, 'stoppages-place'), requestId: `stoppage:${payload.stoppageId}` };
    await placePeople(ctx, payload);
  },
};
