import type { Services } from '../kernel/context.ts';
import { countFigures } from './count-figures.ts';
import { countPlanning } from './planning/count-planning.ts';
import { countMonths } from './statistics/count-months.ts';

export const reportJobs = {
  'reports-count': async (_payload: Record<string, never>, services: Services) => {
    await countFigures(services);
  },
  'reports-months': async (_payload: Record<string, never>, services: Services) => {
    await countMonths(services);
  },
  'reports-planning': async (_payload: Record<string, never>, services: Services) => {
    await countPlanning(services);
  },
};
/** Every minute, the months every hour, family planning in the night; a run that is still waiting is not queued twice. */
export const reportCrontab = [
  '* * * * * reports-count ?jobKey=reports-count&max=2',
  '17 * * * * reports-months ?jobKey=reports-months&max=2',
  '27 19 * * * reports-planning ?jobKey=reports-planning&max=2',
].join('\n');
