import type { Services } from '../kernel/context.ts';
import { countFigures } from './count-figures.ts';

export const reportJobs = {
  'reports-count': async (_payload: Record<string, never>, services: Services) => {
    await countFigures(services);
  },
};
/** Every minute; a run that is still waiting is not queued twice. */
export const reportCrontab = '* * * * * reports-count ?jobKey=reports-count&max=2';
