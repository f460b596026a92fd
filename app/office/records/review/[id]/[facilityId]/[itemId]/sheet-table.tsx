import type { Sheet, SheetLine } from '#server/reviews/schema.ts';
import { typeWord } from '../../../../../../_intake/words.ts';
import { getText, type Text } from '../../../../../../_text/server.ts';
import { StatusBadge } from '../../../../../../_ui/callout.tsx';
import { Panel } from '../../../../../../_ui/page-head.tsx';
import { Facts, SimpleTable, type TableColumn } from '../../../../../../_ui/table.tsx';
import { unitWord } from '../../../../../../(resident)/records/reading-line.tsx';
import css from '../../../../../office.module.css';

/** What may be told of a person whose visit was drawn. */
export async function SheetFacts({ sheet }: { sheet: Sheet }) {
  const { t } = await getText();
  const or = (text: string) => text || t('review.item.unknown');
  return (
    <Panel>
      <Facts
        facts={[
          { label: t('review.item.kind'), value: `${t(`review.kind.${sheet.kind}`)} · ${sheet.month}` },
          { label: t('review.item.department'), value: or(sheet.department) },
          { label: t('review.item.sex'), value: t(`me.sex.${sheet.sex}`) },
          { label: t('review.item.birth'), value: or(sheet.birthYear) },
          { label: t('review.item.county'), value: or(sheet.county) },
        ]}
      />
    </Panel>
  );
}

/** Line by line what was written, in days from the visit. */
export async function SheetTable({ sheet, caption }: { sheet: Sheet; caption: string }) {
  const { t } = await getText();
  const rows = sheet.lines.map((line, i) => ({ ...line, key: String(i) }));
  return <SimpleTable caption={caption} rows={rows} rowKey={(row) => row.key} columns={columnsOf(t)} />;
}

function columnsOf(t: Text['t']): TableColumn<SheetLine & { key: string }>[] {
  return [
    { key: 'type', label: t('review.item.type'), cell: (row) => typeWord(t, row.type) },
    { key: 'what', label: t('review.item.what'), wide: true, cell: (row) => <What line={row} t={t} /> },
    {
      key: 'code',
      label: t('review.item.code'),
      cell: (row) => (
        <>
          {row.code.slice(row.code.lastIndexOf('|') + 1) || '–'}{' '}
          {row.gap ? <StatusBadge tone="wait">{t('review.item.gap')}</StatusBadge> : null}
        </>
      ),
    },
    {
      key: 'day',
      label: t('review.item.day'),
      cell: (row) => (row.day === null ? '–' : t('review.item.dayOf', { day: row.day })),
    },
    {
      key: 'arrival',
      label: t('review.item.arrival'),
      cell: (row) => (row.arrival === null ? '–' : t('review.item.arrivalDays', { days: row.arrival })),
    },
    { key: 'version', label: t('review.item.version'), align: 'end', cell: (row) => row.version },
  ];
}

function What({ line, t }: { line: SheetLine; t: Text['t'] }) {
  return (
    <>
      {line.title || '–'}
      {line.readings.map((one) => (
        <span key={`${one.title}${one.value}`} className={css.under}>
          {[one.title === line.title ? '' : one.title, one.value, unitWord(one.unit, t)].filter(Boolean).join(' ')}
        </span>
      ))}
      {line.kept > 0 ? <span className={css.under}>{t('review.item.kept', { n: line.kept })}</span> : null}
    </>
  );
}
