import type { Metadata } from 'next';
import Link from 'next/link';
import { RefreshPart } from '../../_refresh/refresh-part.tsx';
import { getText } from '../../_text/server.ts';
import { api } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { loadRecord } from './load-record.ts';
import { RecordFrame } from './record-frame.tsx';
import css from './records.module.css';
import { readWhose } from './whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.title') };
}

/** The record by visits, newest first: where, what for, and what came of it. */
export default async function RecordsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records', searchParams);
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : null;
  const { residentId } = whose;
  const reads = [
    api().records.visits.query({ residentId, cursor }),
    api().hisSync.refresh.state.query({ residentId }),
  ] as const;
  const [found, refresh] = await loadRecord('/records', whose, Promise.all(reads));
  const { visits, next } = found;
  return (
    <RecordFrame whose={whose} tab="visits" asOf={found.asOf} view={found.view}>
      <RefreshPart view={refresh} residentId={residentId} name={whose.name} />
      {visits.length === 0 ? (
        <EmptyState
          title={t('records.noVisits')}
          action={<ButtonLink href={`/records/sources${whose.query}`}>{t('records.seeSources')}</ButtonLink>}
        >
          {t('records.emptyHint')}
        </EmptyState>
      ) : (
        <ol className={css.timeline}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <Link href={`/records/visits/${visit.id}${whose.query}`} className={css.visit} prefetch={false}>
                <span className={css.when}>{visit.startsAt ? f.isoDay(visit.startsAt) : t('records.noDate')}</span>
                <strong>
                  {f.list(visit.diagnoses) ||
                    visit.facts.reason ||
                    visit.facts.department ||
                    t(`records.kind.${visit.facts.visitKind ?? 'other'}`)}
                </strong>
                <span className={css.where}>
                  {[visit.facilityName, visit.facts.department, t(`records.kind.${visit.facts.visitKind ?? 'other'}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className={css.sums}>
                  {visit.results ? <span>{t('records.sumResults', { count: visit.results })}</span> : null}
                  {visit.odd ? (
                    <StatusBadge tone="wait">{t('records.sumOdd', { count: visit.odd })}</StatusBadge>
                  ) : null}
                  {visit.medicines ? <span>{t('records.sumMedicines', { count: visit.medicines })}</span> : null}
                  {visit.documents ? <span>{t('records.sumDocuments', { count: visit.documents })}</span> : null}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
      {next ? (
        <ButtonLink
          href={`/records?${new URLSearchParams({ ...(whose.query ? { who: whose.residentId } : {}), from: next })}`}
          look="second"
        >
          {t('records.older')}
        </ButtonLink>
      ) : null}
    </RecordFrame>
  );
}
