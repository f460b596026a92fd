import type { Services } from '../kernel/context.ts';
import { sealEvents } from './seal-events.ts';

export const auditJobs = {
  'audit-seal': async (_payload: Record<string, never>, services: Services) => {
    await sealEvents(services);
  },
};

/** Every minute; a run that is still waiting is not queued twice. */
export const auditCrontab = '* * * * * audit-seal ?jobKey=audit-seal&max=2';
