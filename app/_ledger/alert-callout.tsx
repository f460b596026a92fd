import type { LedgerBook } from '#server/ledger/schema.ts';
import { getText } from '../_text/server.ts';
import { Callout } from '../_ui/callout.tsx';
import { Findings } from './findings.tsx';

/** Why a session is off sale, since when, and who does something about it; nothing when there is no open alert. */
export async function AlertCallout({ book, forStaff }: { book: LedgerBook; forStaff?: boolean }) {
  const { t, f } = await getText();
  const open = book.alerts.find((alert) => !alert.releasedAt);
  if (!open) return null;
  return (
    <Callout tone="stop" title={t(book.status === 'halted' ? 'ledger.alert' : 'ledger.alertStopped')}>
      {book.status === 'halted' ? <p>{t('ledger.alertText', { time: f.moment(open.foundAt) })}</p> : null}
      {book.findings.length > 0 ? <Findings findings={book.findings} t={t} /> : <p>{t('ledger.healed')}</p>}
      {forStaff ? <p>{t('ledger.alertStaff')}</p> : null}
    </Callout>
  );
}
