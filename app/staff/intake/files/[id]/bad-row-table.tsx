import type { BadRow, Both } from '#server/his-sync/flat/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { StatusBadge } from '../../../../_ui/callout.tsx';
import { SimpleTable } from '../../../../_ui/table.tsx';
import css from '../files.module.css';

/** Rows that were not taken, each with every fault: in which column, what is wrong, what to write. */
export async function BadRowTable({ rows }: { rows: BadRow[] }) {
  const { t, f, locale } = await getText();
  const inWords = (both: Both) => (locale === 'en' ? both.en : both.zh);
  // either name may stand in the file
  const headingOf = ({ zh, en }: Both) => (locale === 'en' ? `${en} (${zh}): ` : `${zh}（${en}）：`);
  return (
    <SimpleTable
      caption={t('files.file.bad')}
      rows={rows}
      rowKey={(row) => `${row.kind?.en} ${row.line}`}
      columns={[
        { key: 'line', label: t('files.file.line'), align: 'end', cell: (row) => f.number(row.line) },
        {
          key: 'table',
          label: t('files.file.table'),
          cell: (row) => (
            <>
              {row.kind ? inWords(row.kind) : t('files.file.whole')}
              {row.sourceId ? <span className={css.under}>{row.sourceId}</span> : null}
            </>
          ),
        },
        {
          key: 'what',
          label: t('files.file.what'),
          wide: true,
          cell: (row) => (
            <ul className={css.faults}>
              {row.faults.map((fault) => (
                <li key={`${fault.column?.en} ${fault.what.en}`}>
                  <span className={css.what}>
                    {fault.column ? headingOf(fault.column) : null}
                    {inWords(fault.what)}
                  </span>
                  <span className={css.under}>{inWords(fault.way)}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'state', label: t('files.file.stateOf'), cell: (row) => <RowState row={row} /> },
      ]}
    />
  );
}

async function RowState({ row: { settled, waits } }: { row: BadRow }) {
  const { t } = await getText();
  if (settled) return <StatusBadge tone="good">{t('files.file.stateDone')}</StatusBadge>;
  return waits ? (
    <StatusBadge tone="info">{t('files.file.stateWaits')}</StatusBadge>
  ) : (
    <StatusBadge tone="wait">{t('files.file.stateOpen')}</StatusBadge>
  );
}
