import type { Metadata } from 'next';
import Link from 'next/link';
import ledger from '../../../_ledger/ledger.module.css';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../office.module.css';

type Props = { params: Promise<{ facilityId: string }>; searchParams: Promise<{ date?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ledger.title') };
}

const states = ['free', 'held', 'booked', 'used', 'quarantined', 'suspended'] as const;

/** The ledgers of one facility's sessions on one day. */
export default async function LedgerDayPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId } = await params;
  const wished = [(await searchParams).date ?? ''].flat()[0] ?? '';
  const date = /^\d{4}-\d{2}-\d{2}$/.test(wished) ? wished : null;
  const path = `/office/ledger/${facilityId}`;
  const day = await load(path, api().ledger.day.query({ facilityId, date }));
  return (
    <>
      <PageHead
        back={{ href: '/office/ledger', label: t('ledger.backToList') }}
        title={t('ledger.day.title', { name: day.facility.name })}
        lead={t('ledger.day.lead', { day: f.dayLong(day.date), count: day.sessions.length })}
        updated={t('office.asOf', { time: f.time(day.asOf) })}
      />
      <form action={path} className={`${ledger.pick} no-print`}>
        <TextField label={t('ledger.day.pick')} name="date" type="date" defaultValue={day.date} required short />
        <Button type="submit" look="second">
          {t('ledger.day.show')}
        </Button>
      </form>
      <SimpleTable
        caption={t('ledger.title')}
        rows={day.sessions}
        rowKey={(row) => row.sessionId}
        empty={<EmptyState title={t('ledger.day.none')}>{t('ledger.day.noneText')}</EmptyState>}
        columns={[
          {
            key: 's',
            label: t('ledger.day.session'),
            wide: true,
            cell: (row) => (
              <>
                <Link href={`${path}/${row.sessionId}`} prefetch={false}>
                  {[row.departmentName, row.practitionerName].filter(Boolean).join(' · ')}
                </Link>
                <span className={css.under}>
                  {t(`clinic.halfDay.${row.halfDay}`)} {f.span(row.startsAt, row.endsAt)} ·{' '}
                  {t(`clinic.status.${row.status}`)}
                </span>
              </>
            ),
          },
          ...states.map((state) => ({
            key: state,
            label: t(`clinic.ledger.${state}`),
            align: 'end' as const,
            cell: (row: (typeof day.sessions)[number]) => f.number(row.states[state]),
          })),
          {
            key: 'sum',
            label: `${t('clinic.ledger.sum')} / ${t('clinic.ledger.released')}`,
            align: 'end',
            cell: (row) => `${row.tickets} / ${row.released}`,
          },
          {
            key: 'v',
            label: t('office.story.status'),
            cell: (row) =>
              row.alert || row.tickets !== row.released ? (
                <StatusBadge tone="stop">{t('ledger.day.off')}</StatusBadge>
              ) : (
                <StatusBadge tone="good">{t('ledger.day.adds')}</StatusBadge>
              ),
          },
        ]}
      />
    </>
  );
}
