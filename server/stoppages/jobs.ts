import type { Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { placePeople } from './place-people.ts';

export const stoppageJobs = {
  'stoppages-place': async (payload: JobPayloads['stoppages-place'], services: Services) => {
    await placePeople(
      {
        ...services,
        actor: { kind: 'system', job: 'stoppages-place' },
        requestId: `stoppage:${payload.stoppageId}`,
        channel: 'system',
        internal: false,
        sidHash: null,
      },
      payload,
    );
  },
};
