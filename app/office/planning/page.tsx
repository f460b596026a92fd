import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Row, Section } from '../../_ui/page-head.tsx';
import css from '../office.module.css';
import { PlaceTrail } from '../place-trail.tsx';
import { FigureTables } from './figure-tables.tsx';
import { groupings, planningHref, type Query, readQuery } from './planning-query.ts';

const path = '/office/planning';
const lines = ['registered', 'checked', 'couples', 'early', 'outcome', 'methods'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planningReport.title') };
}

/** Family planning in an area: numbers of people by region and month (C8: never a person). */
export default async function PlanningPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { t, f } = await getText();
  const input = readQuery(await searchParams);
  const report = await load(path, api().reports.planning.query(input));
  const { region, month, countedAt, targets, smallest } = report;
  return (
    <>
      <PlaceTrail
        trail={report.trail}
        here={region.code}
        hrefOf={(regionCode) => planningHref(path, input, { regionCode })}
      />
      <PageHead
        title={t('planningReport.title')}
        lead={t('planningReport.lead', { region: region.name, month })}
        updated={
          countedAt ? t('planningReport.countedAt', { time: f.stamp(countedAt) }) : t('planningReport.notCounted')
        }
        side={
          <Row>
            <ButtonLink href={planningHref(`${path}/csv`, input)} look="second" prefetch={false}>
              {t('guideReport.export')}
            </ButtonLink>
            <ButtonLink href={`${path}/eligibility`} look="second">
              {t('planningReport.eligibility')}
            </ButtonLink>
          </Row>
        }
      />
      <div className={`${css.filters} no-print`}>
        <LinkTabs
          look="filter"
          label={t('planningReport.group')}
          tabs={groupings.map((by) => ({
            ...{ href: planningHref(path, input, { by }), here: by === input.by },
            text: t(`planningReport.by.${by}`),
          }))}
        />
        {input.by === 'month' ? null : (
          <LinkTabs
            look="filter"
            label={t('planningReport.month')}
            tabs={report.months.map((each) => ({
              ...{ href: planningHref(path, input, { month: each }), here: each === month, text: each },
            }))}
          />
        )}
      </div>
      <FigureTables report={report} input={input} />
      <Section title={t('planningStock.report.title')}>
        <p>
          {report.stock.places === 0 ? t('planningStock.report.none') : t('planningStock.report.line', report.stock)}
        </p>
      </Section>
      <Section title={t('planningReport.how')}>
        <ul className={css.lines}>
          {lines.map((each) => (
            <li key={each}>{t(`planningReport.lines.${each}`)}</li>
          ))}
          <li>{t('planningReport.lines.targets', targets)}</li>
          <li>{t('planningReport.lines.small', { smallest })}</li>
        </ul>
      </Section>
    </>
  );
}
