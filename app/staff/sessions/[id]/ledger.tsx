import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { getText } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Panel } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from './ledger.module.css';

const states = ['free', 'held', 'booked', 'used', 'quarantined', 'suspended'] as const;
const channels = ['public', 'desk', 'referral', 'extra'] as const;

/** free + held + booked + used + quarantined + suspended = released, in the open. */
export async function Ledger({ session: s }: { session: ConsoleSession }) {
  const { t } = await getText();
  const sum = states.reduce((total, state) => total + s.ledger[state], 0);
  const balanced = sum === s.released;
  return (
    <Panel>
      <h2 className={css.title}>{t('clinic.ledger.title')}</h2>
      <p className={css.lead}>{t('clinic.ledger.lead')}</p>
      <dl className={css.ledger}>
        {states.map((state) => (
          <div key={state} data-zero={s.ledger[state] === 0 || undefined}>
            <dt>{t(`clinic.ledger.${state}`)}</dt>
            <dd>{s.ledger[state]}</dd>
          </div>
        ))}
        <div data-sum="">
          <dt>
            {t('clinic.ledger.sum')} / {t('clinic.ledger.released')}
          </dt>
          <dd>
            {sum} / {s.released}
          </dd>
        </div>
      </dl>
      <p className={css.verdict}>
        <StatusBadge tone={balanced ? 'good' : 'stop'}>
          {t(`clinic.ledger.${balanced ? 'balanced' : 'broken'}`)}
        </StatusBadge>
      </p>
      <SimpleTable
        caption={t('clinic.pools.title')}
        rows={channels.filter((channel) => s.pools[channel].total > 0)}
        rowKey={(channel) => channel}
        columns={[
          { key: 'c', label: t('clinic.pools.channel'), cell: (channel) => t(`clinic.pools.${channel}`) },
          { key: 't', label: t('clinic.pools.total'), cell: (channel) => s.pools[channel].total, align: 'end' },
          { key: 'f', label: t('clinic.pools.free'), cell: (channel) => s.pools[channel].free, align: 'end' },
        ]}
      />
    </Panel>
  );
}
