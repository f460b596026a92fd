import type { Services } from '../../kernel/context.ts';
import { expireAnswers } from './expire-answers.ts';

export const answerJobs = {
  'navigation-expire-answers': async (_payload: Record<string, never>, services: Services) => {
    const { expired, dropped } = await expireAnswers(services);
    if (expired + dropped > 0) services.log.info({ expired, dropped }, 'answers for doctors removed');
  },
};
/** Every hour. */
export const answerCrontab = '17 * * * * navigation-expire-answers ?jobKey=navigation-expire-answers&max=3';
