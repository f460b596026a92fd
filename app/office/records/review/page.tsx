import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReviewRow } from '#server/reviews/schema.ts';
import { Pages } from '../../../_review/pages.tsx';
import { ReviewTabs } from '../../../_review/review-tabs.tsx';
import { getText, type Text } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { KeepFresh } from '../../../_ui/keep-fresh.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { SimpleTable, type TableColumn } from '../../../_ui/table.tsx';

const path = '/office/records/review';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.title') };
}

/** Samples of records that the office and those below it drew, each with how far it has come. */
export default async function ReviewsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const { cursor } = await searchParams;
  const from = typeof cursor === 'string' ? cursor : undefined;
  const { reviews, next, asOf } = await load(path, api().reviews.list.query({ cursor: from }));
  return (
    <>
      <PageHead
        title={t('review.title')}
        lead={t('review.lead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
        side={<ButtonLink href={`${path}/new`}>{t('review.new')}</ButtonLink>}
      />
      <ReviewTabs here="list" />
      <Section title={t('review.tabs.list')}>
        <SimpleTable
          caption={t('review.tabs.list')}
          rows={reviews}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('review.none')}>{t('review.noneText')}</EmptyState>}
          columns={columnsOf({ t, f })}
        />
        <Pages path={path} later={from !== undefined} next={next} />
      </Section>
      {reviews.some((row) => row.drawnHospitals < row.hospitals) ? <KeepFresh everyMs={3000} /> : null}
    </>
  );
}

const counted = ['proposed', 'confirmed', 'returned', 'overdue', 'answered', 'closed'] as const;

function columnsOf({ t, f }: Pick<Text, 't' | 'f'>): TableColumn<ReviewRow>[] {
  return [
    {
      key: 'title',
      label: t('review.column.title'),
      wide: true,
      cell: (row) => (
        <Link href={`${path}/${row.id}`} prefetch={false}>
          {row.title}
        </Link>
      ),
    },
    { key: 'area', label: t('review.column.area'), cell: (row) => row.areaName },
    {
      key: 'drawn',
      label: t('review.column.drawn'),
      cell: (row) =>
        row.drawnHospitals < row.hospitals ? (
          <StatusBadge tone="wait">{t('review.drawing', { done: row.drawnHospitals, all: row.hospitals })}</StatusBadge>
        ) : (
          t('review.drawn', { hospitals: row.hospitals, items: row.items })
        ),
    },
    ...counted.map(
      (key): TableColumn<ReviewRow> => ({
        key,
        label: t(`review.column.${key}`),
        align: 'end',
        cell: (row) => f.number(row.standing[key]),
      }),
    ),
    {
      key: 'made',
      label: t('review.column.made'),
      cell: (row) => t('review.madeBy', { name: row.createdByName, time: f.isoDay(row.createdAt) }),
    },
  ];
}
