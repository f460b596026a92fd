import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { AddStep } from './add-step.tsx';
import { KnownResults } from './known-results.tsx';
import { StepTable } from './step-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('places.visit.title') };
}

/** One patient's itinerary: what the doctor ordered goes in here, and appears on the patient's phone. */
export default async function StaffVisitPage({ params }: PageInput<'appointmentId'>) {
  const { t, f } = await getText();
  const { appointmentId } = await params;
  const visit = await load(
    `/staff/visits/${appointmentId}`,
    api().navigation.arrive.staffVisit.query({ appointmentId }),
  );
  const time = f.visit(visit.windowStart, visit.windowEnd);
  const lead = { name: visit.residentName, department: visit.departmentName, number: visit.ticketNumber, time };
  return (
    <TextProvider areas={['places', 'arrive']}>
      <PageHead
        title={t('places.visit.title')}
        back={{ href: '/staff', label: t('places.visit.back') }}
        lead={t('places.visit.lead', lead)}
      />
      {visit.change.can ? null : (
        <Callout tone="plain" title={t('places.visit.cannot')}>
          <p>{t(`fault.rule.${(visit.change.rule ?? 'not-today') as 'not-today'}`)}</p>
        </Callout>
      )}
      <Section>
        <StepTable visit={visit} />
      </Section>
      {visit.change.can ? <KnownResults appointmentId={appointmentId} /> : null}
      {visit.change.can ? (
        <Section title={t('places.visit.add')}>
          <AddStep visit={visit} />
        </Section>
      ) : null}
    </TextProvider>
  );
}
