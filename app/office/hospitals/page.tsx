import Link from 'next/link';
import type { ConnectionView } from '#server/reports/schema.ts';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Stack } from '../../_ui/page-head.tsx';
import { Pager, pageParam, pagesOf } from '../../_ui/pager.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import { HealthBadge, HisTrouble, Moment } from '../connection.tsx';
import css from '../office.module.css';

type Props = { searchParams: Promise<{ show?: string | string[]; page?: string | string[] }> };
const filters = ['all', 'trouble', 'backlog', 'rejects'] as const;

/** Every connected hospital of the area, the troubled first. */
export default async function HospitalsPage({ searchParams }: Props) {
  const query = await searchParams;
  const show = filters.find((filter) => filter === query.show) ?? 'all';
  const page = pageParam(query.page);
  const href = (filter: string, n = 1) => `/office/hospitals?show=${filter}${n > 1 ? `&page=${n}` : ''}`;
  const { t, f } = await getText();
  const found = await load('/office/hospitals', api().reports.hisHealth.query({ show, page }));
  return (
    <>
      <PageHead
        title={t('office.hospitals.title')}
        lead={t('office.hospitals.lead', {
          region: found.region.name,
          connected: f.number(found.connected),
          hospitals: f.number(found.hospitals),
        })}
        updated={t('office.asOf', { time: f.time(found.asOf) })}
      />
      <dl className={css.counts}>
        {(['failing', 'stopped', 'late', 'new', 'ok'] as const).map((health) => (
          <div key={health}>
            <dt>
              <HealthBadge health={health} t={t} />
            </dt>
            <dd>{t('office.of', { part: f.number(found.byHealth[health]), whole: f.number(found.connected) })}</dd>
          </div>
        ))}
      </dl>
      <LinkTabs
        look="filter"
        label={t('office.hospitals.show')}
        tabs={filters.map((filter) => ({
          ...{ href: href(filter), here: filter === show },
          text: t(`office.hospitals.${filter}`),
        }))}
      />
      <Stack>
        <ConnectionTable rows={found.connections} />
        <Pager page={page} pages={pagesOf(found.total, found.pageSize)} href={(n) => href(show, n)} />
      </Stack>
    </>
  );
}

async function ConnectionTable({ rows }: { rows: ConnectionView[] }) {
  const { t, f } = await getText();
  const columns: TableColumn<ConnectionView>[] = [
    {
      key: 'name',
      label: t('office.col.facility'),
      wide: true,
      cell: (row) => (
        <>
          <Link href={`/office/hospitals/${row.facilityId}`} prefetch={false}>
            {row.facilityName}
          </Link>
          <span className={css.under}>{`${row.countyName} · ${t(`office.authority.${row.authority}`)}`}</span>
        </>
      ),
    },
    { key: 'state', label: t('office.col.state'), cell: (row) => <HealthBadge health={row.health} t={t} /> },
    { key: 'last', label: t('office.col.lastMessage'), cell: (row) => <Moment at={row.lastMessageAt} t={t} f={f} /> },
    {
      key: 'backlog',
      label: t('office.col.backlog'),
      align: 'end',
      cell: (row) => (
        <>
          {f.number(row.backlog)}
          {row.backlogSince ? (
            <span className={css.under}>{t('office.facility.since', { time: f.moment(row.backlogSince) })}</span>
          ) : null}
        </>
      ),
    },
    { key: 'rejects', label: t('office.col.rejects'), align: 'end', cell: (row) => f.number(row.rejectsOpen) },
    { key: 'unmatched', label: t('office.col.unmatched'), align: 'end', cell: (row) => f.number(row.unmatched) },
    {
      key: 'error',
      label: t('office.col.lastError'),
      cell: (row) =>
        row.lastError ? (
          <>
            <HisTrouble error={row.lastError} t={t} />
            <span className={css.under}>
              <Moment at={row.lastErrorAt} t={t} f={f} />
            </span>
          </>
        ) : (
          t('office.hospitals.none')
        ),
    },
  ];
  return (
    <SimpleTable
      caption={t('office.hospitals.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.facilityId}
      empty={<EmptyState title={t('office.hospitals.empty')}>{t('office.hospitals.emptyText')}</EmptyState>}
    />
  );
}
