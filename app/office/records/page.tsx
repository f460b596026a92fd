import type { Metadata } from 'next';
import Link from 'next/link';
import type { IntakeRegion } from '#server/his-sync/intake/schema.ts';
import { CountTable, Progress } from '../../_intake/count-table.tsx';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { KeepFresh } from '../../_ui/keep-fresh.tsx';
import { PageHead, Section, Stack } from '../../_ui/page-head.tsx';
import { Pager, pageParam, pagesOf } from '../../_ui/pager.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { Moment } from '../connection.tsx';

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('intake.title') };
}

/** Records flowing in from all hospitals of the area. */
export default async function RegionIntakePage({ searchParams }: Props) {
  const page = pageParam((await searchParams).page);
  const { t, f } = await getText();
  const found = await load('/office/records', api().hisSync.intake.region.query({ page }));
  // hospitals that send tables count nothing, so the sum is of the others
  const counted = found.types.some((one) => one.kept > 0 || one.told !== null);
  return (
    <>
      <PageHead
        title={t('intake.title')}
        lead={t('intake.region.lead')}
        updated={`${t('office.asOf', { time: f.time(found.asOf) })} · ${t('intake.region.read', { read: found.read, total: found.total })}`}
      />
      <Progress types={found.types} left={found.total - found.read} />
      <Section title={t('intake.region.hospitals')}>
        <Stack>
          <HospitalTable rows={found.hospitals} />
          <Pager page={page} pages={pagesOf(found.total, found.pageSize)} href={(n) => `/office/records?page=${n}`} />
        </Stack>
      </Section>
      {counted ? (
        <Section title={t('intake.region.all')}>
          <CountTable types={found.types} />
        </Section>
      ) : null}
      {found.read < found.total ? <KeepFresh /> : null}
    </>
  );
}

async function HospitalTable({ rows }: { rows: IntakeRegion['hospitals'] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('intake.region.hospitals')}
      rows={rows}
      rowKey={(row) => row.facilityId}
      empty={<EmptyState title={t('intake.region.none')}>{t('intake.region.noneText')}</EmptyState>}
      columns={[
        {
          key: 'name',
          label: t('intake.region.hospital'),
          wide: true,
          cell: (row) => (
            <Link href={`/office/hospitals/${row.facilityId}/records`} prefetch={false}>
              {row.facilityName}
            </Link>
          ),
        },
        { key: 'share', label: t('intake.region.share'), align: 'end', cell: (row) => shareOf(row) },
        { key: 'kept', label: t('intake.counts.kept'), align: 'end', cell: (row) => f.number(row.kept) },
        {
          key: 'told',
          label: t('intake.counts.told'),
          align: 'end',
          cell: (row) => (row.told === null ? '–' : f.number(row.told)),
        },
        { key: 'waiting', label: t('intake.counts.waiting'), align: 'end', cell: (row) => f.number(row.waiting) },
        { key: 'gaps', label: t('intake.region.gaps'), align: 'end', cell: (row) => f.number(row.gaps) },
        { key: 'findings', label: t('intake.region.findings'), align: 'end', cell: (row) => f.number(row.findings) },
        { key: 'last', label: t('intake.region.last'), cell: (row) => <Moment at={row.recordsAt} t={t} f={f} /> },
      ]}
    />
  );
}

/** Rounded down, so that 100 % is said only when nothing is missing. */
const shareOf = ({ matched, told }: IntakeRegion['hospitals'][number]): string =>
  told ? `${Math.floor((matched / told) * 1000) / 10}%` : '–';
