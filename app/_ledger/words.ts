import type { Finding } from '#server/ledger/schema.ts';
import type { Text } from '../_text/server.ts';

type Say = Text['t'];
type State = 'free' | 'held' | 'booked' | 'used' | 'quarantined' | 'suspended';
type Wants = 'held' | 'booked' | 'used' | 'over' | 'kept';

/** One thing that does not add up, in a sentence. */
export function wordFinding(t: Say, finding: Finding): string {
  if (finding.kind === 'count') return t('ledger.finding.count', finding);
  const { kind, number, holders, status, wants } = finding;
  const words = {
    ...{ number, holders, status: t(`clinic.ledger.${status as State}`) },
    wants: wants ? t(`ledger.wants.${wants as Wants}`) : '',
  };
  return t(`ledger.finding.${kind}`, words);
}

/** What releasing the session does about it. */
export const wordMend = (t: Say, finding: Finding): string =>
  finding.kind === 'count'
    ? t('ledger.mend.count', { tickets: finding.tickets })
    : t(`ledger.mend.${finding.kind}`, { number: finding.number });
