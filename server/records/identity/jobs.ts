import { type Services, systemContext } from '../../kernel/context.ts';
import type { JobPayloads } from '../../kernel/queue.ts';
import { judgeAgain, judgeUnsettled, noteResidents, sweepIdentity } from './judge-again.ts';

export const identityJobs = {
  'identity-judge-again': async ({ facilityId, sourceIds }: JobPayloads['identity-judge-again'], services: Services) =>
    judgeAgain(systemContext(services, 'identity-judge-again'), facilityId, sourceIds),
  'identity-note-resident': async ({ residentId }: JobPayloads['identity-note-resident'], services: Services) =>
    noteResidents(systemContext(services, 'identity-note-resident'), [residentId]),
  'identity-sweep': async (_payload: JobPayloads['identity-sweep'], services: Services) => {
    const ctx = systemContext(services, 'identity-sweep');
    const noted = await sweepIdentity(ctx);
    const unsettled = await judgeUnsettled(ctx);
    if (noted > 0 || unsettled > 0)
      services.log.info({ noted, unsettled }, 'patients without a place are judged again');
  },
};

/** Half past three at night in the region; also when a worker starts. */
export const identityCrontab = '30 19 * * * identity-sweep ?jobKey=identity-sweep&max=3';
