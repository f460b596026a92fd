import type { IntakeOverview } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { EmptyState, StatusBadge } from '../_ui/callout.tsx';
import { SimpleTable, type TableColumn } from '../_ui/table.tsx';
import css from './intake.module.css';
import { typeWord } from './words.ts';

type Count = { type: string; kept: number; told: number | null };

type Row = IntakeOverview['types'][number];

/** What a hospital kept beside what it says, type by type; where it counts nothing itself, what is kept alone. */
export async function CountTable({ types }: { types: Row[] }) {
  const { t, f } = await getText();
  const compared = types.some((one) => one.told !== null);
  const told: TableColumn<Row> = {
    ...{ key: 'told', label: t('intake.counts.told'), align: 'end' },
    cell: (row) => (row.told === null ? '–' : f.number(row.told)),
  };
  const state: TableColumn<Row> = {
    ...{ key: 'state', label: t('intake.counts.state') },
    cell: (row) => <Compared count={row} />,
  };
  return (
    <SimpleTable
      caption={t('intake.counts.title')}
      rows={types.filter((one) => one.kept + one.waiting + one.withdrawn + (one.told ?? 0) > 0)}
      empty={<EmptyState title={t('intake.counts.none')} />}
      rowKey={(row) => row.type}
      columns={[
        {
          key: 'type',
          label: t('intake.counts.type'),
          wide: true,
          cell: (row) => (
            <>
              {typeWord(t, row.type)}
              <span className={css.under}>{row.type}</span>
            </>
          ),
        },
        { key: 'kept', label: t('intake.counts.kept'), align: 'end', cell: (row) => f.number(row.kept) },
        ...(compared ? [told] : []),
        { key: 'waiting', label: t('intake.counts.waiting'), align: 'end', cell: (row) => f.number(row.waiting) },
        { key: 'gone', label: t('intake.counts.withdrawn'), align: 'end', cell: (row) => f.number(row.withdrawn) },
        ...(compared ? [state] : []),
      ]}
    />
  );
}

/** Whether all a hospital has is here. */
export async function Compared({ count: { kept, told } }: { count: Count }) {
  const { t } = await getText();
  if (told === null) return <StatusBadge tone="plain">{t('intake.counts.unknown')}</StatusBadge>;
  if (told === kept) return <StatusBadge tone="good">{t('intake.counts.whole')}</StatusBadge>;
  if (told > kept) return <StatusBadge tone="wait">{t('intake.counts.missing', { n: told - kept })}</StatusBadge>;
  return <StatusBadge tone="info">{t('intake.counts.more', { n: kept - told })}</StatusBadge>;
}

/**
 * How far all types together have come, of those the hospital counts. `left`: hospitals not read to the end, whose
 * resources are not all in the sum yet.
 */
export async function Progress({ types, left = 0 }: { types: Count[]; left?: number }) {
  const { t, f } = await getText();
  const counted = types.filter((one) => one.told !== null);
  const whole = counted.reduce((sum, one) => sum + (one.told ?? 0), 0);
  const part = counted.reduce((sum, one) => sum + Math.min(one.kept, one.told ?? 0), 0);
  if (whole === 0) return null;
  // rounded down: 100 % is said only when nothing is missing
  const share = `${Math.floor((part / whole) * 1000) / 10}%`;
  const words = t('intake.counts.progress', { part: f.number(part), whole: f.number(whole), share });
  return (
    <div className={css.progress}>
      <span>
        {words}
        {left > 0 && ` · ${t('intake.counts.left', { left })}`}
      </span>
      <progress max={whole} value={part} aria-label={words} />
    </div>
  );
}
