import type { Metadata } from 'next';
import Link from 'next/link';
import type { WorkOutput } from '#server/reviews/schema.ts';
import { Pages } from '../../../../_review/pages.tsx';
import { ReviewTabs } from '../../../../_review/review-tabs.tsx';
import { detailWord, lastDay, severityTones } from '../../../../_review/words.ts';
import { getText, type Text } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../../../_ui/callout.tsx';
import { LinkTabs } from '../../../../_ui/link-tabs.tsx';
import { PageHead, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { SimpleTable, type TableColumn } from '../../../../_ui/table.tsx';

const path = '/office/records/review/work';
const shelves = ['answered', 'overdue'] as const;
const dayMs = 86_400_000;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.tabs.work') };
}

/** What waits for the office: answers of hospitals, and hospitals that missed their day; the longest waiting first. */
export default async function ReviewWorkPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const query = await searchParams;
  const shelf = query.shelf === 'overdue' ? 'overdue' : 'answered';
  const from = typeof query.cursor === 'string' ? query.cursor : undefined;
  const work = await load(path, api().reviews.work.query({ shelf, cursor: from }));
  const empty = t(shelf === 'answered' ? 'review.work.noAnswered' : 'review.work.noOverdue');
  return (
    <>
      <PageHead title={t('review.tabs.work')} updated={t('kit.updatedAt', { time: f.time(work.asOf) })} />
      <ReviewTabs here="work" />
      <Section>
        <Stack>
          <LinkTabs
            look="filter"
            label={t('review.tabs.work')}
            tabs={shelves.map((one) => ({
              href: `${path}?shelf=${one}`,
              text: `${t(`review.work.${one}`)} ${f.number(work.counts[one])}`,
              here: one === shelf,
            }))}
          />
          <SimpleTable
            caption={t(`review.work.${shelf}`)}
            rows={work.findings}
            rowKey={(row) => row.id}
            empty={<EmptyState title={empty}>{t('review.work.emptyText')}</EmptyState>}
            columns={columnsOf({ t, f }, work.asOf)}
          />
          <Pages path={path} query={{ shelf }} later={from !== undefined} next={work.next} />
        </Stack>
      </Section>
    </>
  );
}

function columnsOf({ t, f }: Pick<Text, 't' | 'f'>, now: Date): TableColumn<WorkOutput['findings'][number]>[] {
  return [
    {
      key: 'rule',
      label: t('review.column.rule'),
      wide: true,
      cell: (row) => (
        <>
          {t(`review.rule.${row.rule}`)}{' '}
          <StatusBadge tone={severityTones[row.severity]}>{t(`review.severity.${row.severity}`)}</StatusBadge>{' '}
          {detailWord(t, row.rule, row.detail)}
        </>
      ),
    },
    {
      key: 'item',
      label: t('review.column.item'),
      wide: true,
      cell: (row) => (
        <Link href={`/office/records/review/${row.reviewId}/${row.facilityId}/${row.itemId}`} prefetch={false}>
          {t('review.work.look', { facility: row.facilityName, number: row.number })}
        </Link>
      ),
    },
    { key: 'review', label: t('review.column.title'), cell: (row) => row.reviewTitle },
    {
      key: 'since',
      label: t('review.column.since'),
      cell: (row) => t('review.work.days', { days: Math.floor((now.getTime() - row.changedAt.getTime()) / dayMs) }),
    },
    { key: 'due', label: t('review.column.due'), cell: (row) => (row.dueAt ? lastDay(f, row.dueAt) : '–') },
  ];
}
