import type { ReactNode } from 'react';
import type { IntakeOverview } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { Callout } from '../_ui/callout.tsx';
import { KeepFresh } from '../_ui/keep-fresh.tsx';
import { PageHead, Section } from '../_ui/page-head.tsx';
import { CountButton } from './count-button.tsx';
import { CountTable, Progress } from './count-table.tsx';
import { FindingTable } from './finding-table.tsx';
import { GapTable, MapTable } from './gap-tables.tsx';
import css from './intake.module.css';
import { WaitingTable } from './waiting-table.tsx';

type Props = {
  overview: IntakeOverview;
  /** Where the page lies; what waits for one reason lies below it. */
  href: string;
  back?: { href: string; label: string };
  /** Other pages beside this one. */
  tabs?: ReactNode;
  /** Null for staff, whose hospital follows from who they are. */
  facilityId: string | null;
};

/** Records of one hospital as they come in: what is kept and what the hospital says, what waits, what to improve. */
export async function IntakeView({ overview, href, back, tabs, facilityId }: Props) {
  const { t, f } = await getText();
  const { facility, recordsAt, types, waiting, findings, gaps, maps, asOf } = overview;
  const read = recordsAt ? t('intake.readAt', { time: f.moment(recordsAt) }) : t('intake.never');
  return (
    <TextProvider areas={['intake']}>
      <PageHead
        title={facilityId ? facility.name : t('intake.title')}
        {...(back ? { back } : {})}
        lead={t('intake.lead')}
        updated={[t('office.asOf', { time: f.time(asOf) }), ...(overview.connected ? [read] : [])].join(' · ')}
      />
      {tabs}
      {overview.connected ? null : (
        <Callout tone="info">{t(facilityId ? 'intake.notConnected' : 'intake.notConnectedHere')}</Callout>
      )}
      <Progress types={types} />
      <Section title={t('intake.waiting.title')}>
        <WaitingTable groups={waiting} more={overview.waitingMore} href={`${href}/waiting`} />
      </Section>
      <Section title={t('intake.gaps.title')}>
        <p className={css.note}>{t('intake.gaps.note')}</p>
        <GapTable gaps={gaps} more={overview.gapsMore} editable={!facilityId} />
      </Section>
      {maps.length > 0 ? (
        <Section title={t('intake.gaps.mapped')}>
          <MapTable maps={maps} editable={!facilityId} />
        </Section>
      ) : null}
      <Section title={t('intake.findings.title')}>
        <p className={css.note}>{t('intake.findings.note')}</p>
        <FindingTable findings={findings} />
      </Section>
      <Section
        title={t('intake.counts.title')}
        side={overview.connected ? <CountButton facilityId={facilityId} /> : null}
      >
        {overview.connected ? <p className={css.note}>{t('intake.counts.note')}</p> : null}
        <CountTable types={types} />
      </Section>
      {recordsAt || !overview.connected ? null : <KeepFresh />}
    </TextProvider>
  );
}
