import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../../../../../_text/server.ts';
import { api, load } from '../../../../../_trpc/server.ts';
import { troubleOf } from '../../../../../_trpc/trouble.ts';
import { EmptyState } from '../../../../../_ui/callout.tsx';
import { PageHead } from '../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../_ui/page-input.ts';
import { visitGroups } from '../../../../../(resident)/records/visit-groups.ts';
import { EntryList } from '../../entry-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.visit') };
}

/** One visit with everything written at it that is open to this reader. */
export default async function PatientVisitPage({ params }: PageInput<'residentId' | 'id'>) {
  const { t, f } = await getText();
  const { residentId, id } = await params;
  const path = `/staff/records/${residentId}`;
  const found = await load(
    `${path}/visits/${id}`,
    api()
      .records.patientVisit.query({ residentId, id })
      .catch((error) => {
        if (troubleOf(error)?.code === 'refused') return null;
        throw error;
      }),
  );
  if (!found) redirect(path);
  const { visit, entries } = found;
  const day = visit.startsAt ? f.isoDay(visit.startsAt) : t('records.noDate');
  const kind = t(`records.kind.${visit.facts.visitKind ?? 'other'}`);
  return (
    <>
      <PageHead
        title={visit.facilityName}
        back={{ href: path, label: t('patient.back') }}
        lead={[day, kind, visit.facts.department].filter(Boolean).join(' · ')}
      />
      {entries.length === 0 ? (
        <EmptyState title={t('patient.visitEmpty')}>{t('patient.visitEmptyText')}</EmptyState>
      ) : null}
      {visitGroups.map(([group, types]) => {
        const part = entries.filter((entry) => types.some((type) => type === entry.type));
        return part.length > 0 ? (
          <EntryList key={group} title={t(`records.group.${group}`)} none="" entries={part} />
        ) : null;
      })}
    </>
  );
}
