import type { z } from 'zod';
import type { facilityOverviewOutput } from '#server/reports/schema.ts';
import { getText } from '../../../_text/server.ts';
import { SimpleTable } from '../../../_ui/table.tsx';
import { HisTrouble, Moment } from '../../connection.tsx';
import { wordDays } from '../../figures.ts';
import css from '../../office.module.css';
import { Share } from '../../region-tables.tsx';
import { wordOf } from '../../words.ts';

type Overview = z.infer<typeof facilityOverviewOutput>;

export async function DayTable({ rows }: { rows: Overview['days'] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('office.facility.days')}
      rows={rows}
      rowKey={(row) => row.date}
      empty={<p>{t('office.facility.noDays')}</p>}
      columns={[
        { key: 'date', label: t('office.col.date'), cell: (row) => f.day(row.date) },
        {
          key: 'used',
          label: t('office.col.used'),
          align: 'end',
          cell: (row) => <Share part={row.taken} whole={row.released} f={f} />,
        },
        { key: 'booked', label: t('office.col.booked'), align: 'end', cell: (row) => f.number(row.bookings) },
      ]}
    />
  );
}

export async function WaitTable({ rows, horizonDays }: { rows: Overview['departments']; horizonDays: number }) {
  const { t } = await getText();
  return (
    <SimpleTable
      caption={t('office.facility.waits')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('office.facility.noWaits', { horizon: horizonDays })}</p>}
      columns={[
        { key: 'name', label: t('office.col.department'), cell: (row) => row.name },
        {
          key: 'wait',
          label: t('office.tiles.wait'),
          align: 'end',
          cell: (row) => wordDays({ t }, row.waitDays, horizonDays),
        },
      ]}
    />
  );
}

export async function RejectTable({ rows }: { rows: Overview['rejects'] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('office.facility.rejects')}
      rows={rows}
      rowKey={(row) => `${row.resourceType}/${row.resourceId}`}
      empty={<p>{t('office.facility.noRejects')}</p>}
      columns={[
        {
          key: 'resource',
          label: t('office.col.resource'),
          wide: true,
          cell: (row) => <span className={css.error}>{`${row.resourceType}/${row.resourceId}`}</span>,
        },
        { key: 'reason', label: t('office.col.reason'), wide: true, cell: (row) => row.reason },
        { key: 'first', label: t('office.col.firstSeen'), cell: (row) => <Moment at={row.firstSeenAt} t={t} f={f} /> },
      ]}
    />
  );
}

export async function DeliveryTable({ rows }: { rows: Overview['troubledDeliveries'] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('office.facility.deliveries')}
      rows={rows}
      rowKey={(row) => `${row.appointmentId}/${row.kind}/${row.createdAt.toISOString()}`}
      empty={<p>{t('office.facility.noDeliveries')}</p>}
      columns={[
        {
          key: 'kind',
          label: t('office.col.kind'),
          cell: (row) => `${wordOf(t, 'deliveryKind', row.kind)} · ${wordOf(t, 'deliveryState', row.state)}`,
        },
        { key: 'attempts', label: t('office.col.attempts'), align: 'end', cell: (row) => f.number(row.attempts) },
        {
          key: 'error',
          label: t('office.col.lastError'),
          wide: true,
          cell: (row) => (row.lastError ? <HisTrouble error={row.lastError} t={t} /> : '–'),
        },
        { key: 'created', label: t('office.col.created'), cell: (row) => <Moment at={row.createdAt} t={t} f={f} /> },
      ]}
    />
  );
}

export async function CursorTable({ rows }: { rows: Overview['cursors'] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('office.facility.cursors')}
      rows={rows}
      rowKey={(row) => row.resourceType}
      empty={<p>{t('office.hospitals.never')}</p>}
      columns={[
        {
          key: 'resource',
          label: t('office.col.resource'),
          cell: (row) => <span className={css.moment}>{row.resourceType}</span>,
        },
        { key: 'since', label: t('office.col.since'), cell: (row) => <Moment at={row.since} t={t} f={f} /> },
        { key: 'pulled', label: t('office.col.pulled'), cell: (row) => <Moment at={row.pulledAt} t={t} f={f} /> },
        { key: 'count', label: t('office.col.count'), align: 'end', cell: (row) => f.number(row.resources) },
      ]}
    />
  );
}
