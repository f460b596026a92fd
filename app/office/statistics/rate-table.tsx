import Link from 'next/link';
import { indicator, type Statistics, type StatisticsInput } from '#server/reports/schema/statistics.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import css from '../office.module.css';
import { RateCell, type Words } from './rate-cell.tsx';
import { statisticsHref } from './statistics-query.ts';

type Row = Statistics['rows'][number];

/** One line a place, facility, department or month; the first line is the whole. */
export async function RateTable({ report, input }: { report: Statistics; input: StatisticsInput }) {
  const { t, f } = await getText();
  const words: Words = { t, f, smallest: report.smallest };
  const total: Row = { key: '', name: t('statistics.total', { region: report.region.name }), rates: report.total };
  const nameOf = (row: Row) => {
    if (row.key === '') return <b>{row.name}</b>;
    if (report.by === 'facility') {
      return (
        <Link href={`/office/hospitals/${row.key}`} prefetch={false}>
          {row.name}
        </Link>
      );
    }
    if (report.by !== 'region' || row.key === report.region.code) return row.name;
    return (
      <Link href={statisticsHref('/office/statistics', input, { regionCode: row.key })} prefetch={false}>
        {row.name}
      </Link>
    );
  };
  return (
    <>
      <SimpleTable
        caption={t(`statistics.by.${report.by}`)}
        rows={report.rows.length > 0 ? [total, ...report.rows] : []}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t('statistics.empty')}>{t('statistics.emptyText')}</EmptyState>}
        columns={[
          { key: 'n', label: t(`statistics.by.${report.by}`), wide: true, cell: nameOf },
          ...indicator.options.map((each) => ({
            key: each,
            label: t(`statistics.indicator.${each}`),
            align: 'end' as const,
            cell: (row: Row) => <RateCell words={words} indicator={each} rate={row.rates[each]} />,
          })),
        ]}
      />
      {report.more > 0 ? <p className={css.note}>{t('statistics.more', { count: report.more })}</p> : null}
    </>
  );
}
