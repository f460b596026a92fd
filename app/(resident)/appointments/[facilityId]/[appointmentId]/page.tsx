import type { Metadata } from 'next';
import type { AppointmentView } from '#server/booking/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout, type Tone } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Offers } from '../../offers.tsx';
import { Proof } from '../../proof.tsx';
import css from '../../visits.module.css';
import { Attached } from './attached.tsx';
import { Today } from './today.tsx';
import { VisitActions } from './visit-actions.tsx';
import { WaitForHospital } from './wait-for-hospital.tsx';

type Props = PageInput<'facilityId' | 'appointmentId'>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('visits.one') };
}

const leads: Partial<Record<AppointmentView['status'], Tone>> = {
  held: 'wait',
  booked: 'good',
  rejected: 'stop',
  noshow: 'stop',
};

/** One visit: its proof, which also prints, and what may still be done with it. */
export default async function VisitPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { facilityId, appointmentId } = await params;
  const path = `/appointments/${facilityId}/${appointmentId}`;
  const visit = await load(path, api().booking.get.query({ facilityId, appointmentId }));
  const { unattached } = await searchParams;
  const active = ['held', 'booked', 'arrived', 'fulfilled', 'noshow'].includes(visit.status);
  return (
    <Column>
      <div className="no-print">
        <PageHead title={t('visits.one')} back={{ href: '/appointments', label: t('visits.title') }} />
      </div>
      <Stack>
        <div className="no-print">
          <Callout tone={leads[visit.status] ?? 'plain'} title={t(`visits.status.${visit.status}`)}>
            <p>{t(`visits.statusLead.${visit.status}`, { time: visit.heldUntil ? f.time(visit.heldUntil) : '' })}</p>
            {visit.status === 'held' ? (
              <WaitForHospital {...{ facilityId, appointmentId, text: t('visits.checking') }} />
            ) : null}
          </Callout>
        </div>
        <div className="no-print">
          <Today {...{ facilityId, appointmentId }} />
        </div>
        {active ? null : <Offers appointmentId={visit.id} />}
        {unattached ? <Callout tone="wait" title={t('care.attachFailed')} /> : null}
        <Proof visit={visit} />
        <div className="no-print">
          <Attached {...{ facilityId, appointmentId }} />
        </div>
        <div className={`${css.actions} no-print`}>
          {active ? <VisitActions visit={visit} /> : <ButtonLink href="/hospitals">{t('visits.bookNow')}</ButtonLink>}
        </div>
      </Stack>
    </Column>
  );
}
