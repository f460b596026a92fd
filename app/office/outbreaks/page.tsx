import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { DeclareForm } from './declare-form.tsx';
import { EndForm } from './end-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('doors.outbreakTitle') };
}

const tones = { live: 'stop', coming: 'wait', over: 'plain', ended: 'plain' } as const;

/** Outbreaks of the official's area: what people with fever are told there, from when to when, and by whom. */
export default async function OutbreaksPage() {
  const { t, f } = await getText();
  const own = await load('/office/outbreaks', api().navigation.notices.own.query());
  const below = await load('/office/outbreaks', api().facilities.regions.query({ code: own.region.code }));
  return (
    <TextProvider areas={['doors']}>
      <PageHead title={t('doors.outbreakTitle')} lead={t('doors.outbreakLead', { region: own.region.name })} />
      <Section title={t('doors.outbreakList')}>
        <SimpleTable
          caption={t('doors.outbreakList')}
          rows={own.notices}
          rowKey={(notice) => notice.id}
          empty={<EmptyState title={t('doors.outbreakNone')} />}
          columns={[
            { key: 'r', label: t('doors.regionName'), cell: (notice) => notice.regionName },
            {
              key: 'd',
              label: t('doors.disease'),
              cell: (notice) => (
                <>
                  <b>{notice.disease}</b>{' '}
                  {notice.sample ? <StatusBadge tone="info">{t('doors.sample')}</StatusBadge> : null}
                </>
              ),
            },
            {
              key: 'a',
              label: t('doors.action'),
              wide: true,
              cell: (notice) => (
                <>
                  {t(`doors.actions.${notice.action}`)}
                  <br />
                  {notice.advice.zh}
                </>
              ),
            },
            {
              key: 's',
              label: t('doors.span'),
              cell: (notice) => `${f.day(notice.validFrom)} – ${f.day(notice.validTo)}`,
            },
            {
              key: 'z',
              label: t('doors.state'),
              cell: (notice) => (
                <StatusBadge tone={tones[notice.state]}>{t(`doors.states.${notice.state}`)}</StatusBadge>
              ),
            },
            {
              key: 'e',
              label: t('doors.end'),
              cell: (notice) =>
                notice.state === 'over' || notice.state === 'ended' ? null : notice.ownArea ? (
                  <EndForm id={notice.id} />
                ) : (
                  t('doors.above')
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('doors.outbreakNew')}>
        <Panel>
          <DeclareForm region={own.region} below={below.children} today={own.today} />
        </Panel>
      </Section>
    </TextProvider>
  );
}
