import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Stack } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { FollowUp } from '../../follow-up.tsx';
import { PickAtDesk } from './pick-at-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.desk.title') };
}

/** 诊间预约 at the desk (A46): the times that fit the doctor's wish, read out to the patient, and the slip to take home. */
export default async function ReturnPage({ params }: PageInput<'appointmentId'>) {
  const { t, f } = await getText();
  const { appointmentId } = await params;
  const path = `/staff/queue/return/${appointmentId}`;
  const { followUp, residentName, asOf } = await load(path, api().followUps.getAtDesk.query({ appointmentId }));
  return (
    <Column>
      <PageHead
        title={t('queue.desk.of', { name: residentName })}
        back={{ href: '/staff/queue', label: t('queue.line.back') }}
        lead={
          followUp
            ? t('queue.desk.wish', {
                department: [followUp.departmentName, followUp.practitionerName].filter(Boolean).join(' '),
                from: f.day(followUp.fromDate),
                to: f.day(followUp.toDate),
              })
            : t('queue.desk.none')
        }
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <TextProvider areas={['queue', 'book', 'find']}>
        <Stack>
          {followUp?.status === 'booked' && followUp.bookedId ? (
            <Callout tone="good" title={t('queue.desk.booked')}>
              <ButtonLink href={`/staff/proxy/slip/${followUp.bookedId}`}>{t('queue.desk.slip')}</ButtonLink>
            </Callout>
          ) : null}
          {followUp?.status === 'declined' ? <Callout tone="plain" title={t('queue.desk.declined')} /> : null}
          {followUp?.status === 'open' ? (
            <Panel>
              <PickAtDesk followUp={followUp} />
            </Panel>
          ) : null}
          {followUp?.status === 'booked' ? null : (
            <FollowUp atDesk again={followUp !== null} {...{ appointmentId, asOf }} />
          )}
        </Stack>
      </TextProvider>
    </Column>
  );
}
