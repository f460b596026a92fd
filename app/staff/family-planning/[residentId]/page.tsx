import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Checks } from './checks.tsx';
import { FollowUps } from './follow-ups.tsx';
import { loadSheet } from './load-sheet.ts';
import { NotOpen } from './not-open.tsx';
import { Registrations } from './registrations.tsx';
import { Services } from './services.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planning.title') };
}

/** One person's family planning: what is to be asked, what was done, and where the next thing is written down. */
export default async function SheetPage({ params }: PageInput<'residentId'>) {
  const { t, f } = await getText();
  const { residentId } = await params;
  const found = await loadSheet(residentId);
  if ('trouble' in found) return <NotOpen trouble={found.trouble} />;
  const { sheet } = found;
  const { person, enrolment } = sheet;
  const facts = t('planning.facts', {
    ...{ sex: t(`planning.sex.${person.sex}`), age: person.age, id: person.idMasked },
    phone: person.phoneMasked || '—',
  });
  const ground = t('planning.ground', {
    facility: enrolment.facilityName,
    said: t(`planning.enrol.saidShort.${enrolment.said}`),
    date: f.isoDay(enrolment.startedAt),
  });
  return (
    <TextProvider areas={['planning']}>
      <PageHead
        title={person.name}
        back={{ href: '/staff/family-planning', label: t('planning.title') }}
        lead={[facts, enrolment.migrant ? t('planning.migrant') : ''].filter(Boolean).join(' · ')}
        updated={`${ground} · ${t('kit.updatedAt', { time: f.time(sheet.asOf) })}`}
      />
      {sheet.ownOnly ? (
        <Callout tone="info">
          <p>{t('planning.ownOnly')}</p>
        </Callout>
      ) : null}
      <FollowUps residentId={residentId} followUps={sheet.followUps} />
      <Services residentId={residentId} services={sheet.services} />
      <Checks residentId={residentId} sex={person.sex} checks={sheet.checks} />
      <Registrations residentId={residentId} registrations={sheet.registrations} />
    </TextProvider>
  );
}
