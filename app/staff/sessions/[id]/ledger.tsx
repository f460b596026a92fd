import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { AlertCallout } from '../../../_ledger/alert-callout.tsx';
import css from '../../../_ledger/ledger.module.css';
import { LedgerSum } from '../../../_ledger/ledger-sum.tsx';
import { Moves } from '../../../_ledger/moves.tsx';
import { TakenTable } from '../../../_ledger/taken-table.tsx';
import { getText, type Text } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Panel } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

const channels = ['public', 'desk', 'referral', 'township', 'same-day', 'extra'] as const;

/** The session's ledger: what adds up to what, who has which share, and why it is off sale if it is. */
export async function Ledger({ session: s }: { session: ConsoleSession }) {
  const { t, f } = await getText();
  const book = await load(`/staff/sessions/${s.id}`, api().ledger.ownBook.query({ sessionId: s.id }));
  return (
    <Panel>
      <h2 className={css.title}>{t('clinic.ledger.title')}</h2>
      <p className={css.lead}>{t('clinic.ledger.lead')}</p>
      <AlertCallout book={book} forStaff />
      <LedgerSum book={book} />
      <TakenTable book={book} />
      <div className={css.part}>
        <h3>{t('clinic.pools.title')}</h3>
        <SimpleTable
          caption={t('clinic.pools.title')}
          rows={channels.filter((channel) => s.pools[channel].total > 0)}
          rowKey={(channel) => channel}
          columns={[
            { key: 'c', label: t('clinic.pools.channel'), cell: (channel) => t(`clinic.pools.${channel}`) },
            { key: 't', label: t('clinic.pools.total'), cell: (channel) => s.pools[channel].total, align: 'end' },
            { key: 'f', label: t('clinic.pools.free'), cell: (channel) => s.pools[channel].free, align: 'end' },
            { key: 'o', label: t('clinic.pools.opens'), cell: (channel) => opensAt(f, s, channel) },
          ]}
        />
      </div>
      <Moves moves={book.moves} />
    </Panel>
  );
}

/** When what is left of a pool moves on; nothing for a pool that stays what it is. */
function opensAt(f: Text['f'], { poolTimes }: ConsoleSession, channel: (typeof channels)[number]): string | null {
  const time = channel === 'public' || channel === 'extra' ? undefined : poolTimes[channel];
  return time ? f.moment(time) : null;
}
