import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReviewOutput } from '#server/reviews/schema.ts';
import { getText, type Text } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../../../_ui/callout.tsx';
import { KeepFresh } from '../../../../_ui/keep-fresh.tsx';
import { PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Facts, SimpleTable, type TableColumn } from '../../../../_ui/table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.title') };
}

/** One review: its rule with the seed, what was found by rule, and each hospital's part. */
export default async function ReviewPage({ params }: Pick<PageInput<'id'>, 'params'>) {
  const { id } = await params;
  const { t, f } = await getText();
  const one = await load(`/office/records/review/${id}`, api().reviews.get.query({ id }));
  const drawing = one.drawnHospitals < one.hospitals;
  return (
    <>
      <PageHead
        title={one.title}
        back={{ href: '/office/records/review', label: t('review.back') }}
        lead={`${t(`review.purpose.${one.purpose}`)} · ${one.areaName}`}
        side={
          <StatusBadge tone={drawing ? 'wait' : 'good'}>
            {drawing
              ? t('review.drawing', { done: one.drawnHospitals, all: one.hospitals })
              : t('review.drawn', { hospitals: one.hospitals, items: one.items })}
          </StatusBadge>
        }
        updated={t('kit.updatedAt', { time: f.time(one.asOf) })}
      />
      <RuleFacts one={one} />
      {one.purpose === 'quality' ? <FoundTable rules={one.rules} /> : null}
      <Section title={t('review.one.strata')}>
        <SimpleTable
          caption={t('review.one.strata')}
          rows={one.strata}
          rowKey={(row) => row.facilityId}
          columns={strataColumns({ t, f }, one)}
        />
      </Section>
      {drawing ? <KeepFresh everyMs={3000} /> : null}
    </>
  );
}

async function RuleFacts({ one }: { one: ReviewOutput }) {
  const { t, f } = await getText();
  const kinds = f.list(one.kinds.map((kind) => t(`review.kind.${kind}`)));
  return (
    <Panel>
      <Facts
        facts={[
          { label: t('review.one.kinds'), value: kinds },
          { label: t('review.one.period'), value: `${one.periodFrom} – ${one.periodTo}` },
          {
            label: t('review.one.size'),
            value: t(one.sizeKind === 'count' ? 'review.one.sizeCount' : 'review.one.sizeShare', { n: one.size }),
          },
          { label: t('review.one.seed'), value: <code>{one.seed}</code> },
          {
            label: t('review.column.made'),
            value: t('review.madeBy', { name: one.createdByName, time: f.stamp(one.createdAt) }),
          },
        ]}
      />
    </Panel>
  );
}

async function FoundTable({ rules }: { rules: ReviewOutput['rules'] }) {
  const { t, f } = await getText();
  return (
    <Section title={t('review.one.checks')}>
      <Stack>
        <p>{t('review.one.checksNote')}</p>
        <SimpleTable
          caption={t('review.one.checks')}
          rows={rules}
          rowKey={(row) => row.rule}
          empty={<EmptyState title={t('review.one.noChecks')} />}
          columns={[
            { key: 'rule', label: t('review.column.rule'), wide: true, cell: (row) => t(`review.rule.${row.rule}`) },
            { key: 'count', label: t('review.one.count'), align: 'end', cell: (row) => f.number(row.count) },
          ]}
        />
      </Stack>
    </Section>
  );
}

const counted = ['proposed', 'confirmed', 'returned', 'overdue', 'answered', 'closed'] as const;
type Row = ReviewOutput['strata'][number];

function strataColumns({ t, f }: Pick<Text, 't' | 'f'>, { id, purpose }: ReviewOutput): TableColumn<Row>[] {
  const figure = (key: string, label: string, of: (row: Row) => number): TableColumn<Row> => ({
    ...{ key, label, align: 'end', cell: (row) => f.number(of(row)) },
  });
  return [
    {
      key: 'name',
      label: t('review.column.hospital'),
      wide: true,
      cell: (row) =>
        row.drawn ? (
          <Link href={`/office/records/review/${id}/${row.facilityId}`} prefetch={false}>
            {row.facilityName}
          </Link>
        ) : (
          f.aside(row.facilityName, t(row.drawn === null ? 'review.one.waiting' : 'review.one.nothing'))
        ),
    },
    figure('population', t('review.column.population'), (row) => row.population ?? 0),
    figure('drawn', t('review.column.sampled'), (row) => row.drawn ?? 0),
    ...(purpose === 'quality'
      ? counted.map((key) => figure(key, t(`review.column.${key}`), (row) => row.standing[key]))
      : []),
  ];
}
