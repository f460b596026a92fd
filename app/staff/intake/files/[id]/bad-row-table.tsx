import type { BadRow, Both } from '#server/his-sync/flat/schema.ts';
import type { Text } from '../../../../_text/server.ts';
import { StatusBadge } from '../../../../_ui/callout.tsx';
import { SimpleTable } from '../../../../_ui/table.tsx';
import css from '../files.module.css';

type Props = { rows: BadRow[]; caption: string } & Pick<Text, 't' | 'f' | 'locale'>;

/** Rows that are not taken, each with every fault: in which column, what is wrong, what to write. */
export function BadRowTable({ rows, caption, t, f, locale }: Props) {
  const inWords = (both: Both) => (locale === 'en' ? both.en : both.zh);
  // either name may stand in the file
  const headingOf = ({ zh, en }: Both) => (locale === 'en' ? `${en} (${zh}): ` : `${zh}（${en}）：`);
  return (
    <SimpleTable
      caption={caption}
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
        { key: 'state', label: t('files.file.stateOf'), cell: (row) => <RowState row={row} t={t} /> },
      ]}
    />
  );
}

function RowState({ row: { settled, waits, outcome }, t }: { row: BadRow } & Pick<Text, 't'>) {
  if (outcome === 'given-up') return <StatusBadge tone="plain">{t('files.file.stateGivenUp')}</StatusBadge>;
  if (outcome === 'replaced') return <StatusBadge tone="good">{t('files.file.stateReplaced')}</StatusBadge>;
  if (settled) return <StatusBadge tone="good">{t('files.file.stateDone')}</StatusBadge>;
  return waits ? (
    <StatusBadge tone="info">{t('files.file.stateWaits')}</StatusBadge>
  ) : (
    <StatusBadge tone="wait">{t('files.file.stateOpen')}</StatusBadge>
  );
}
