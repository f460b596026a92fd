import { type Services, systemContext } from '../kernel/context.ts';
import { checkLedgers } from './check-ledgers.ts';

export const ledgerJobs = {
  'ledger-check': async (_payload: Record<string, never>, services: Services) => {
    await checkLedgers(systemContext(services, 'ledger-check'));
  },
};

/** Every five minutes; a run that is still waiting is not queued twice. */
export const ledgerCrontab = '*/5 * * * * ledger-check ?jobKey=ledger-check&max=2';
