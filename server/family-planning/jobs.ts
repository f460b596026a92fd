import { type Services, systemContext } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { raisePrompts } from './prompts/raise-prompts.ts';

export const planningJobs = {
  /** News of a hospital on this topic: each person in a transaction of their own, and again is harmless. */
  'planning-prompts': async ({ residentIds }: JobPayloads['planning-prompts'], services: Services) => {
    const ctx = systemContext(services, 'planning-prompts');
    const failed: unknown[] = [];
    for (const residentId of residentIds)
      await raisePrompts(ctx, residentId).catch((error: unknown) => failed.push(error));
    // one who cannot be read keeps nobody else waiting
    if (failed.length > 0) throw failed[0];
  },
};
