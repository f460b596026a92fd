import type { Metadata } from 'next';
import type { GuideReport, GuideReportInput } from '#server/reports/schema/guide.ts';
import { getText, type Text } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { type LinkTab, LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Row, Section } from '../../_ui/page-head.tsx';
import { PrintButton } from '../bookings/[facilityId]/[appointmentId]/print-button.tsx';
import css from '../office.module.css';
import { AdvicePart } from './advice-part.tsx';
import { AgreementTables } from './agreement-tables.tsx';
import { type Query, readQuery, reportHref, spans } from './report-query.ts';
import { SafetyPart } from './safety-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('guideReport.title') };
}

/** How the guide does in the official's area, and how safely. */
export default async function GuideReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { t, f } = await getText();
  const input = readQuery(await searchParams);
  const report = await load('/office/navigation', api().reports.guideReport.query(input));
  const { region, from, until, live } = report;
  return (
    <>
      <PageHead
        title={t('guideReport.title')}
        lead={t('guideReport.lead', { region: region.name, from, until })}
        updated={t('office.asOf', { time: f.time(report.asOf) })}
        side={
          <div className="no-print">
            <Row>
              <ButtonLink href={reportHref('/office/navigation/csv', input)} look="second" prefetch={false}>
                {t('guideReport.export')}
              </ButtonLink>
              <TextProvider areas={[]}>
                <PrintButton />
              </TextProvider>
            </Row>
          </div>
        }
      />
      {live.fromProgram ? <Callout tone="wait" title={t('guideReport.program')} /> : null}
      {live.unreadable > 0 ? (
        <Callout tone="stop" title={t('guideReport.unreadable', { count: live.unreadable })} />
      ) : null}
      <Filters report={report} input={input} t={t} />
      {report.byVersion.some(({ rules }) => rules === 'demo.sample') ? (
        <Callout tone="info" title={t('guideReport.sample')} />
      ) : null}
      <SafetyPart report={report} />
      <AgreementTables report={report} />
      <AdvicePart report={report} />
      <Section title={t('guideReport.how')}>
        <ul className={css.lines}>
          {(['chosen', 'candidate', 'small', 'family'] as const).map((line) => (
            <li key={line}>{t(`guideReport.howLines.${line}`)}</li>
          ))}
          <li>{t('guideReport.notDiagnosis')}</li>
        </ul>
      </Section>
    </>
  );
}

type FilterProps = { report: GuideReport; input: GuideReportInput; t: Text['t'] };

function Filters({ report, input, t }: FilterProps) {
  const path = '/office/navigation';
  const versions = [...new Set([...report.byVersion.map(({ rules }) => rules), input.rulesVersion ?? ''])];
  const choice = (href: string, here: boolean, text: string): LinkTab => ({ href, here, text });
  return (
    <div className={`${css.filters} no-print`}>
      <LinkTabs
        look="filter"
        label={t('guideReport.period')}
        tabs={spans.map((months) =>
          choice(reportHref(path, input, { months }), months === input.months, t('guideReport.months', { months })),
        )}
      />
      <LinkTabs
        look="filter"
        label={t('guideReport.version')}
        tabs={[
          choice(reportHref(path, input, { rulesVersion: null }), !input.rulesVersion, t('guideReport.allVersions')),
          ...versions
            .filter(Boolean)
            .map((version) =>
              choice(reportHref(path, input, { rulesVersion: version }), version === input.rulesVersion, version),
            ),
        ]}
      />
    </div>
  );
}
