import type { Metadata } from 'next';
import { grouping, indicator, type StatisticsInput } from '#server/reports/schema/statistics.ts';
import { getText, type Text } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Row, Section } from '../../_ui/page-head.tsx';
import { PrintButton } from '../bookings/[facilityId]/[appointmentId]/print-button.tsx';
import css from '../office.module.css';
import { PlaceTrail } from '../place-trail.tsx';
import { RateTable } from './rate-table.tsx';
import { type Query, readQuery, spans, statisticsHref } from './statistics-query.ts';
import { TargetTable } from './target-table.tsx';

const path = '/office/statistics';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('statistics.title') };
}

/** Booking statistics of an area (A51), each rate with what it is made of, against the national targets. */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { t, f } = await getText();
  const input = readQuery(await searchParams);
  const report = await load(path, api().reports.statistics.query(input));
  const { region, from, until, countedAt } = report;
  const span = from === until ? from : t('statistics.span', { from, until });
  return (
    <>
      <PlaceTrail
        trail={report.trail}
        here={region.code}
        hrefOf={(regionCode) => statisticsHref(path, input, { regionCode })}
      />
      <PageHead
        title={t('statistics.title')}
        lead={t('statistics.lead', { region: region.name, span })}
        updated={countedAt ? t('statistics.countedAt', { time: f.stamp(countedAt) }) : t('statistics.notCounted')}
        side={
          <div className="no-print">
            <Row>
              <ButtonLink href={statisticsHref(`${path}/csv`, input)} look="second" prefetch={false}>
                {t('guideReport.export')}
              </ButtonLink>
              <TextProvider areas={[]}>
                <PrintButton />
              </TextProvider>
            </Row>
          </div>
        }
      />
      {report.sample ? <Callout tone="info" title={t('statistics.sample')} /> : null}
      <Section title={t('statistics.targets')}>
        <TargetTable report={report} />
      </Section>
      <Section title={t(`statistics.by.${report.by}`)}>
        <Filters input={input} t={t} />
        <RateTable report={report} input={input} />
      </Section>
      <Section title={t('statistics.how')}>
        <ul className={css.lines}>
          {indicator.options.map((each) => (
            <li key={each}>
              <b>{t(`statistics.indicator.${each}`)}</b>：{t(`statistics.definition.${each}`)}
            </li>
          ))}
          <li>{t('statistics.definition.small', { smallest: report.smallest })}</li>
        </ul>
      </Section>
    </>
  );
}

type Parts = { input: StatisticsInput; t: Text['t'] };

function Filters({ input, t }: Parts) {
  return (
    <div className={`${css.filters} no-print`}>
      <LinkTabs
        look="filter"
        label={t('statistics.group')}
        tabs={grouping.options.map((by) => ({
          ...{ href: statisticsHref(path, input, { by }), here: by === input.by },
          text: t(`statistics.by.${by}`),
        }))}
      />
      {input.by === 'month' ? null : (
        <LinkTabs
          look="filter"
          label={t('guideReport.period')}
          tabs={spans.map((months) => ({
            ...{ href: statisticsHref(path, input, { months }), here: months === input.months },
            text: t('statistics.months', { months }),
          }))}
        />
      )}
    </div>
  );
}
