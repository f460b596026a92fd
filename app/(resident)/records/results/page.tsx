import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { loadRecord } from '../load-record.ts';
import { ReadingValue, rangeText } from '../reading-line.tsx';
import { RecordFrame } from '../record-frame.tsx';
import css from '../records.module.css';
import { readWhose } from '../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.tab.results') };
}

/** The latest value of each measurement; behind each the course over time. */
export default async function ResultsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/results', searchParams);
  const { residentId } = whose;
  const { results, asOf, view } = await loadRecord(
    '/records/results',
    whose,
    api().records.results.query({ residentId }),
  );
  return (
    <RecordFrame whose={whose} tab="results" asOf={asOf} view={view}>
      {results.length === 0 ? (
        <EmptyState title={t('records.noResults')}>{t('records.emptyHint')}</EmptyState>
      ) : (
        <ul className={css.lines}>
          {results.map(({ key, reading, at, facilityName, times }) => (
            <li key={key}>
              <Link
                href={`/records/results/trend?${new URLSearchParams({ ...(whose.query ? { who: residentId } : {}), key })}`}
                prefetch={false}
              >
                <strong>{reading.title}</strong>
                <ReadingValue reading={reading} t={t} />
                <span className={css.small}>
                  {[
                    rangeText(reading, t),
                    at ? f.isoDay(at) : '',
                    facilityName,
                    times > 1 ? t('records.times', { count: times }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className={css.note}>{t('records.notADiagnosis')}</p>
    </RecordFrame>
  );
}
