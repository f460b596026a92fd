import type { Metadata } from 'next';
import Link from 'next/link';
import type { QualityOutput } from '#server/reviews/schema.ts';
import { ReviewTabs } from '../../../../_review/review-tabs.tsx';
import { getText, type Text } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/callout.tsx';
import { PageHead, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Pager, pageParam, pagesOf } from '../../../../_ui/pager.tsx';
import { SimpleTable, type TableColumn } from '../../../../_ui/table.tsx';

const path = '/office/records/review/quality';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.tabs.quality') };
}

/** Hospitals of the area by the quality of their records, the worst first. */
export default async function QualityPage({ searchParams }: PageInput) {
  const page = pageParam((await searchParams).page);
  const { t, f } = await getText();
  const found = await load(path, api().reviews.quality.query({ page }));
  return (
    <>
      <PageHead
        title={t('review.tabs.quality')}
        lead={t('review.quality.lead')}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
      />
      <ReviewTabs here="quality" />
      <Section>
        <Stack>
          <SimpleTable
            caption={t('review.tabs.quality')}
            rows={found.hospitals}
            rowKey={(row) => row.facilityId}
            empty={<EmptyState title={t('review.quality.none')}>{t('review.quality.noneText')}</EmptyState>}
            columns={columnsOf({ t, f })}
          />
          <Pager page={page} pages={pagesOf(found.total, found.pageSize)} href={(n) => `${path}?page=${n}`} />
        </Stack>
      </Section>
    </>
  );
}

type Row = QualityOutput['hospitals'][number];

function columnsOf({ t, f }: Pick<Text, 't' | 'f'>): TableColumn<Row>[] {
  const figure = (key: string, label: string, of: (row: Row) => string): TableColumn<Row> => ({
    ...{ key, label, align: 'end', cell: of },
  });
  const number = (key: string, label: string, of: (row: Row) => number) =>
    figure(key, label, (row) => f.number(of(row)));
  return [
    {
      key: 'name',
      label: t('review.column.hospital'),
      wide: true,
      cell: (row) => (
        <Link href={`/office/hospitals/${row.facilityId}/records`} prefetch={false}>
          {row.facilityName}
        </Link>
      ),
    },
    number('thousand', t('review.quality.perThousand'), (row) => row.perThousand),
    number('received', t('review.quality.received'), (row) => row.received),
    number('waiting', t('review.quality.waiting'), (row) => row.waiting),
    number('unmapped', t('review.quality.unmapped'), (row) => row.unmapped),
    number('badly', t('review.quality.badly'), (row) => row.badlyWritten),
    number('unmatched', t('review.quality.unmatched'), (row) => row.unmatched),
    figure('late', t('review.quality.late'), ({ late, sampled }) =>
      sampled ? t('review.quality.lateOf', { late, sampled }) : '–',
    ),
    figure('found', t('review.quality.found'), ({ open, overdue, closed }) =>
      t('review.quality.foundOf', { open, overdue, closed }),
    ),
  ];
}
