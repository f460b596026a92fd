import type { Metadata } from 'next';
import { typeWord } from '../../../_intake/words.ts';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { SimpleTable } from '../../../_ui/table.tsx';
import { loadRecord } from '../load-record.ts';
import { RecordFrame } from '../record-frame.tsx';
import css from '../records.module.css';
import { readWhose } from '../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.tab.sources') };
}

/** Which hospitals told how much, and when each was last heard: what is missing here may lie there. */
export default async function SourcesPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/sources', searchParams);
  const { sources, withdrawn, asOf, view } = await loadRecord(
    '/records/sources',
    whose,
    api().records.sources.query({ residentId: whose.residentId }),
  );
  return (
    <RecordFrame whose={whose} tab="sources" asOf={asOf} view={view}>
      <SimpleTable
        caption={t('records.tab.sources')}
        rows={sources}
        rowKey={(source) => source.facilityId}
        empty={<EmptyState title={t('records.noSources')}>{t('records.noSourcesHint')}</EmptyState>}
        columns={[
          { key: 'name', label: t('records.hospital'), cell: (source) => source.facilityName },
          { key: 'entries', label: t('records.entries'), cell: (source) => f.number(source.entries), align: 'end' },
          {
            key: 'newest',
            label: t('records.newest'),
            cell: (source) => (source.newest ? f.isoDay(source.newest) : '—'),
          },
          {
            key: 'heard',
            label: t('records.heard'),
            cell: (source) => (source.heardAt ? f.stamp(source.heardAt) : t('records.neverHeard')),
          },
        ]}
      />
      <p className={css.note}>{t('records.missingHint')}</p>
      {withdrawn.length > 0 ? <Withdrawn rows={withdrawn} /> : null}
    </RecordFrame>
  );
}

type Withdrawn = Awaited<ReturnType<ReturnType<typeof api>['records']['sources']['query']>>['withdrawn'];

/** What hospitals took back, so that nobody looks for it in vain. */
async function Withdrawn({ rows }: { rows: Withdrawn }) {
  const { t, f } = await getText();
  return (
    <Section title={t('records.withdrawn')}>
      <p className={css.note}>{t('records.withdrawnHint')}</p>
      <SimpleTable
        caption={t('records.withdrawn')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'what', label: t('records.withdrawnWhat'), cell: (row) => typeWord(t, row.type) },
          { key: 'of', label: t('records.withdrawnOf'), cell: (row) => (row.startsAt ? f.isoDay(row.startsAt) : '—') },
          { key: 'by', label: t('records.hospital'), cell: (row) => row.facilityName },
          { key: 'at', label: t('records.withdrawnAt'), cell: (row) => f.stamp(row.withdrawnAt) },
        ]}
      />
    </Section>
  );
}
