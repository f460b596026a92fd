import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import css from '../office.module.css';
import { AlertTable } from './alert-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ledger.title') };
}

/** What does not add up in the official's area, what was settled lately, and how much is looked at. */
export default async function LedgerPage() {
  const { t, f } = await getText();
  const { region, open, settled, checked, asOf } = await load('/office/ledger', api().ledger.alerts.query());
  return (
    <>
      <PageHead title={t('ledger.title')} lead={t('ledger.lead')} updated={t('office.asOf', { time: f.time(asOf) })} />
      <p className={css.sorted}>
        {checked.since ? t('ledger.checked', { ...checked, since: f.stamp(checked.since) }) : t('ledger.notChecked')}
      </p>
      <Section title={t('ledger.open')}>
        <AlertTable
          alerts={open}
          caption={t('ledger.open')}
          empty={{ title: t('ledger.openNone'), text: t('ledger.openNoneText', { region }) }}
        />
      </Section>
      {settled.length > 0 ? (
        <Section title={t('ledger.settled')}>
          <AlertTable alerts={settled} caption={t('ledger.settled')} empty={{ title: '', text: '' }} />
        </Section>
      ) : null}
    </>
  );
}
