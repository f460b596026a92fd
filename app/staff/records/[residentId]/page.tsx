import type { Metadata } from 'next';
import Link from 'next/link';
import type { PatientView } from '#server/records/schema/staff.ts';
import { RefreshPart } from '../../../_refresh/refresh-part.tsx';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { Callout, EmptyState } from '../../../_ui/callout.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Closed } from './closed.tsx';
import { EntryTable } from './entry-table.tsx';
import { PatientResults } from './patient-results.tsx';
import { TakeFile } from './take-file.tsx';
import { VisitList } from './visit-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('patient.title') };
}

/** The patient in front of one: what may harm first, then what need not be done again, then what was. */
export default async function PatientPage({ params, searchParams }: PageInput<'residentId'>) {
  const { t, f } = await getText();
  const { residentId } = await params;
  const path = `/staff/records/${residentId}`;
  const ground = await load(path, api().records.ground.query({ residentId }));
  if (ground.closed) return <Closed ground={ground} residentId={residentId} />;
  const found = await load(path, api().records.patient.query({ residentId }));
  const refresh = await load(path, api().hisSync.refresh.stateOfPatient.query({ residentId }));
  const { from } = await searchParams;
  const later =
    typeof from === 'string' ? await load(path, api().records.patientVisits.query({ residentId, cursor: from })) : null;
  const { person } = found;
  const facts = [
    t(`staff.day.sex.${person.sex}`),
    person.age === null ? '' : t('staff.day.years', { age: person.age }),
    person.idMasked,
  ];
  const until = t('patient.until', { basis: t(`patient.basis.${found.basis}`), time: f.stamp(found.until) });
  const byArea = found.basis === 'area';
  return (
    <>
      <PageHead
        title={person.name}
        back={{ href: '/staff/records', label: t('patient.title') }}
        lead={facts.filter(Boolean).join(' · ')}
        updated={`${until} ${t('kit.updatedAt', { time: f.time(found.asOf) })}`}
      />
      {found.askFirst ? <Callout tone="stop" title={t('patient.askFirst')} /> : null}
      <Callout tone="info">
        <p>{t(byArea ? 'patient.areaOnly' : found.ownOnly ? 'patient.ownOnly' : 'patient.notAll')}</p>
      </Callout>
      <RefreshPart view={refresh} residentId={residentId} ofPatient />
      {found.basis === 'shared' ? <TakeFile residentId={residentId} /> : null}
      <EntryTable title={t('patient.allergies')} none={t('patient.noAllergies')} entries={found.allergies} />
      {byArea ? null : <PatientResults results={found.results} asOf={found.asOf} />}
      <EntryTable title={t('patient.medicines')} none={t('patient.noMedicines')} entries={found.medicines} />
      <EntryTable title={t('patient.problems')} none={t('patient.noProblems')} entries={found.problems} />
      {byArea ? null : <Visits found={found} later={later} path={path} residentId={residentId} />}
    </>
  );
}

type Props = {
  found: PatientView;
  later: Pick<PatientView, 'visits' | 'next'> | null;
  path: string;
  residentId: string;
};

/** What was, page by page. */
async function Visits({ found, later, path, residentId }: Props) {
  const { t } = await getText();
  const next = later ? later.next : found.next;
  return (
    <Section title={t('patient.visits')} id="visits">
      {found.visits.length === 0 ? (
        <EmptyState title={t('patient.noVisits')} />
      ) : (
        <VisitList visits={(later ?? found).visits} residentId={residentId} />
      )}
      {next ? (
        <ButtonLink href={`${path}?${new URLSearchParams({ from: next })}#visits`} look="second">
          {t('records.older')}
        </ButtonLink>
      ) : null}
      {later ? <Link href={`${path}#visits`}>{t('patient.back')}</Link> : null}
    </Section>
  );
}
