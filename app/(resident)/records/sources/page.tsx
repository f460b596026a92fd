import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
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
  const { sources, asOf, view } = await loadRecord(
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
    </RecordFrame>
  );
}
