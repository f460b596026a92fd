import type { Services } from '../../kernel/context.ts';
import { shipRules } from './ship-rules.ts';

export const learnJobs = {
  'navigation-ship-rules': async (_payload: Record<string, never>, services: Services) => {
    const { rules, cases } = await shipRules(services);
    if (rules + cases > 0) services.log.info({ rules, cases }, 'rules of the guide stored');
  },
};
