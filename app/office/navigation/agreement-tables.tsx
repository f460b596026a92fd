import type { GuideFigures, GuideReport } from '#server/reports/schema/guide.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { Section } from '../../_ui/page-head.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import css from '../office.module.css';
import { figureColumns, type Words, wordPeople } from './figure-columns.tsx';

type Props<T> = { title: string; rows: T[]; head: TableColumn<T>[]; rowKey: (row: T) => string; words: Words };

function FigureTable<T extends GuideFigures>({ title, rows, head, rowKey, words }: Props<T>) {
  return (
    <Section title={title}>
      <SimpleTable caption={title} columns={[...head, ...figureColumns<T>(words)]} rows={rows} rowKey={rowKey} />
    </Section>
  );
}

/** Advised against seen: by month, by department advised, which pairs, by facility and by version. */
export async function AgreementTables({ report }: { report: GuideReport }) {
  const { t, f } = await getText();
  const words: Words = { t, f, smallest: report.smallest };
  if (report.total.visits === 0) {
    return <EmptyState title={t('guideReport.empty')}>{t('guideReport.emptyText')}</EmptyState>;
  }
  return (
    <>
      <FigureTable
        title={t('guideReport.byMonth')}
        rows={report.byMonth}
        rowKey={(row) => row.month}
        words={words}
        head={[
          { key: 'm', label: t('guideReport.col.month'), cell: (row) => <span className="digits">{row.month}</span> },
        ]}
      />
      <FigureTable
        title={t('guideReport.byDepartment')}
        rows={report.byDepartment}
        rowKey={(row) => row.code}
        words={words}
        head={[{ key: 'd', label: t('guideReport.col.advised'), cell: (row) => row.name }]}
      />
      <PairTable report={report} words={words} />
      <FigureTable
        title={t('guideReport.byFacility')}
        rows={report.byFacility}
        rowKey={(row) => row.facilityId}
        words={words}
        head={[{ key: 'f', label: t('guideReport.col.facility'), wide: true, cell: (row) => row.name }]}
      />
      <FigureTable
        title={t('guideReport.byVersion')}
        rows={report.byVersion}
        rowKey={(row) => `${row.rules} ${row.model}`}
        words={words}
        head={[
          {
            key: 'r',
            label: t('guideReport.col.rules'),
            cell: (row) => (
              <>
                <span className="digits">{row.rules}</span>
                <span className={css.under}>{row.model}</span>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function PairTable({ report, words }: { report: GuideReport; words: Words }) {
  const { t, f, smallest } = words;
  const { pairs, otherPairs } = report;
  if (pairs.length === 0 && otherPairs === 0) return null;
  return (
    <Section title={t('guideReport.pairs')}>
      {pairs.length > 0 ? (
        <SimpleTable
          caption={t('guideReport.pairs')}
          rows={pairs}
          rowKey={(row) => `${row.advised.code} ${row.seen.code}`}
          columns={[
            { key: 'a', label: t('guideReport.col.advised'), cell: (row) => row.advised.name },
            { key: 's', label: t('guideReport.col.seen'), cell: (row) => row.seen.name },
            { key: 'n', label: t('guideReport.col.visits'), align: 'end', cell: (row) => f.number(row.visits) },
          ]}
        />
      ) : null}
      {otherPairs === 0 ? null : (
        <p className={css.note}>{t('guideReport.otherPairs', { smallest, count: wordPeople(words, otherPairs) })}</p>
      )}
    </Section>
  );
}
