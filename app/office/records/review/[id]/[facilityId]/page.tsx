import type { Metadata } from 'next';
import Link from 'next/link';
import type { HospitalOutput } from '#server/reviews/schema.ts';
import { stateTones } from '../../../../../_review/words.ts';
import { getText, type Text } from '../../../../../_text/server.ts';
import { TextProvider } from '../../../../../_text/text-provider.tsx';
import { api, load } from '../../../../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../../../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../_ui/page-input.ts';
import { SimpleTable, type TableColumn } from '../../../../../_ui/table.tsx';
import { AgainButton } from './again-button.tsx';
import { ReturnForm } from './return-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.title') };
}

/** One hospital's part of a review: the records drawn, and what goes back to it. */
export default async function ReviewHospitalPage({ params }: Pick<PageInput<'id' | 'facilityId'>, 'params'>) {
  const { id, facilityId } = await params;
  const { t, f } = await getText();
  const path = `/office/records/review/${id}/${facilityId}`;
  const found = await load(path, api().reviews.hospital.query({ id, facilityId }));
  const quality = found.review.purpose === 'quality';
  return (
    <TextProvider areas={['review']}>
      <PageHead
        title={found.facility.name}
        back={{ href: `/office/records/review/${id}`, label: found.review.title }}
        lead={t('review.item.lead')}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
      />
      <Section title={t('review.hospital.items')} side={<AgainButton id={id} facilityId={facilityId} />}>
        <SimpleTable
          caption={t('review.hospital.items')}
          rows={found.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('review.hospital.noItems')}>{t('review.hospital.noItemsText')}</EmptyState>}
          columns={columnsOf({ t, f }, path, quality)}
        />
      </Section>
      {quality && found.mayJudge ? <ReturnPart id={id} found={found} /> : null}
    </TextProvider>
  );
}

async function ReturnPart({ id, found }: { id: string; found: HospitalOutput }) {
  const { t } = await getText();
  const { confirmed } = found.standing;
  return (
    <Section title={t('review.hospital.return')}>
      <Panel>
        <Stack>
          <p>{confirmed > 0 ? t('review.hospital.returnLead', { n: confirmed }) : t('review.hospital.nothing')}</p>
          <ReturnForm
            id={id}
            facilityId={found.facility.id}
            confirmed={confirmed}
            due={{ least: found.dueLeast, usual: found.dueUsual, most: found.dueMost }}
          />
        </Stack>
      </Panel>
    </Section>
  );
}

const counted = ['proposed', 'confirmed', 'returned', 'answered', 'closed'] as const;

/** Where the findings of a record stand; what there is none of is left out. */
function States({ of, t }: { of: Row['standing']; t: Text['t'] }) {
  const some = counted.filter((key) => of[key] > 0);
  if (some.length === 0) return '–';
  return some.map((key) => (
    <span key={key}>
      <StatusBadge tone={stateTones[key]}>
        {t(`review.state.${key}`)} {of[key]}
      </StatusBadge>{' '}
    </span>
  ));
}

type Row = HospitalOutput['items'][number];

function columnsOf({ t, f }: Pick<Text, 't' | 'f'>, path: string, quality: boolean): TableColumn<Row>[] {
  return [
    {
      key: 'item',
      label: t('review.column.item'),
      cell: (row) => (
        <Link href={`${path}/${row.id}`} prefetch={false}>
          {t('review.hospital.number', { number: row.number })}
        </Link>
      ),
    },
    { key: 'kind', label: t('review.column.kind'), cell: (row) => t(`review.kind.${row.kind}`) },
    { key: 'month', label: t('review.column.month'), cell: (row) => row.month },
    { key: 'lines', label: t('review.column.lines'), align: 'end', cell: (row) => f.number(row.lines) },
    ...(quality
      ? [{ key: 'found', label: t('review.item.findings'), cell: (row: Row) => <States of={row.standing} t={t} /> }]
      : []),
    {
      key: 'newer',
      label: t('review.column.newer'),
      cell: (row) => (row.newer ? <StatusBadge tone="info">{t('review.column.newer')}</StatusBadge> : '–'),
    },
  ];
}
