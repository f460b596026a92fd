import Link from 'next/link';
import type { z } from 'zod';
import type { listOutput, Shelf } from '#server/family-planning/schema/desk.ts';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';

type Row = z.infer<typeof listOutput>['rows'][number];

type Props = { shelf: Shelf; caption: string; rows: Row[]; asOf: Date };

/** One shelf: what to ask of whom, or everybody served. Names are masked, since the list lies open on a desk. */
export async function DeskTable({ shelf, caption, rows, asOf }: Props) {
  const { t } = await getText();
  const today = regionDay(asOf);
  const ask: TableColumn<Row>[] = [
    {
      key: 'w',
      label: t('planning.askWhat'),
      wide: true,
      cell: ({ followUp }) => (followUp ? t(`planning.followUp.kind.${followUp.kind}`) : ''),
    },
    {
      key: 'b',
      label: t('planning.by'),
      cell: ({ followUp }) =>
        followUp ? (
          <>
            {followUp.dueOn}{' '}
            {followUp.dueOn < today && shelf !== 'lost' ? (
              <StatusBadge tone="stop">{t('planning.followUp.overdue')}</StatusBadge>
            ) : null}
            {followUp.tries > 0 ? <div>{t('planning.triesOf', { count: followUp.tries })}</div> : null}
          </>
        ) : null,
    },
  ];
  const since: TableColumn<Row> = {
    key: 's',
    label: t('planning.since'),
    cell: (row) => (row.migrant ? `${row.since} · ${t('planning.migrant')}` : row.since),
  };
  return (
    <SimpleTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t(`planning.empty.${shelf}`)}>{t('planning.empty.text')}</EmptyState>}
      columns={[
        { key: 'p', label: t('planning.person'), cell: (row) => row.shownName },
        ...(shelf === 'people' ? [since] : ask),
        { key: 't', label: t('planning.phone'), cell: (row) => row.phoneMasked || '—' },
        { key: 'f', label: t('planning.servedBy'), cell: (row) => row.facilityName },
        {
          key: 'o',
          label: t('kit.details'),
          cell: (row) => (
            <Link href={`/staff/family-planning/${row.residentId}`} prefetch={false}>
              {t('planning.open')}
              <span className="sr-only">{row.shownName}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
