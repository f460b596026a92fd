import Link from 'next/link';
import type { ReactNode } from 'react';
import { methods } from '#server/family-planning/schema/methods.ts';
import { type PlanningReport, planningShare } from '#server/reports/schema/planning.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { Section, Stack } from '../../_ui/page-head.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import css from '../office.module.css';
import { ShareCell, wordPeople } from './figure-cells.tsx';
import own from './planning.module.css';
import { type PlanningQuery, planningHref } from './planning-query.ts';
import { type Line, linesOf } from './report-rows.ts';

/** One line a region or month; the first line is the whole. */
export async function FigureTables({ report, input }: { report: PlanningReport; input: PlanningQuery }) {
  const { t, f } = await getText();
  const words = { t, f };
  const lines = linesOf(report, input.by, t('planningReport.total', { region: report.region.name }));
  const name: TableColumn<Line> = {
    key: 'n',
    label: t(`planningReport.by.${input.by}`),
    wide: true,
    cell: (line) =>
      line.code ? (
        <Link
          href={planningHref('/office/planning', input, { regionCode: line.code })}
          className={own.place}
          prefetch={false}
        >
          {line.name}
        </Link>
      ) : (
        <b className={own.place}>{line.name}</b>
      ),
  };
  const people = (key: string, label: ReactNode, of: (line: Line) => number | null): TableColumn<Line> => ({
    ...{ key, label, align: 'end' },
    cell: (line) => <span className={`digits ${own.people}`}>{wordPeople(words, of(line))}</span>,
  });
  const shares = planningShare.options.map((each): TableColumn<Line> => {
    const target = report.targets[each];
    return {
      ...{ key: each, align: 'end' },
      label: (
        <>
          {t(`planningReport.column.${each}`)}
          <span className={css.under}>{t('planningReport.target', { percent: target })}</span>
        </>
      ),
      cell: (line) => <ShareCell words={words} rate={line.figures.shares[each]} target={target} />,
    };
  });
  return (
    <>
      <Section title={t('planningReport.overview')}>
        <Stack>
          <SimpleTable
            caption={t('planningReport.overview')}
            rows={lines}
            rowKey={(line) => line.key}
            columns={[
              name,
              people('registered', t('planningReport.column.registered'), (line) => line.figures.registered),
              people('couples', t('planningReport.column.couples'), (line) => line.figures.couplesChecked),
              ...shares,
            ]}
          />
          {input.by === 'region' && report.regions.length === 0 ? (
            <EmptyState title={t('planningReport.empty')}>{t('planningReport.emptyText')}</EmptyState>
          ) : null}
        </Stack>
      </Section>
      <Section title={t('planningReport.methods')}>
        <div className={own.methods}>
          <SimpleTable
            caption={t('planningReport.methods')}
            rows={lines}
            rowKey={(line) => line.key}
            columns={[
              name,
              ...methods.map((method) =>
                people(
                  method,
                  <span className={own.method}>{t(`planning.method.${method}`)}</span>,
                  (line) => line.figures.served[method],
                ),
              ),
            ]}
          />
        </div>
      </Section>
    </>
  );
}
