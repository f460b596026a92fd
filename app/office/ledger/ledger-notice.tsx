import Link from 'next/link';
import css from '../../_ledger/ledger.module.css';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { Callout } from '../../_ui/callout.tsx';

/** On the first page of an official: sessions that do not add up and wait for a decision; nothing when none do. */
export async function LedgerNotice() {
  const { t } = await getText();
  const { open } = await load('/office', api().ledger.alerts.query());
  if (open.length === 0) return null;
  return (
    <div className={css.notice}>
      <Callout tone="stop" title={t('ledger.notice', { count: open.length })}>
        <Link href="/office/ledger" prefetch={false}>
          {t('ledger.noticeLink')}
        </Link>
      </Callout>
    </div>
  );
}
