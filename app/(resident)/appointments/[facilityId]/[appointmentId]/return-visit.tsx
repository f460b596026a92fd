import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { PickTime } from './pick-time.tsx';

type Props = { facilityId: string; appointmentId: string };

/** The return visit that the doctor suggests, with a few times to choose from (A46). */
export async function ReturnVisit(props: Props) {
  const { t, f } = await getText();
  const answer = await api()
    .followUps.get.query(props)
    .catch(() => null);
  const wished = answer?.followUp;
  if (!wished || wished.status === 'declined') return null;
  const days = { from: f.day(wished.fromDate), to: f.day(wished.toDate) };
  if (wished.status === 'booked') {
    return (
      <Callout tone="good" title={t('queue.returnVisit.booked')}>
        <ButtonLink href={`/appointments/${wished.facilityId}/${wished.bookedId}`} look="second" prefetch={false}>
          {t('visits.newVisit')}
        </ButtonLink>
      </Callout>
    );
  }
  return (
    <Callout tone="info" title={t('queue.returnVisit.title', days)}>
      <TextProvider areas={['queue', 'book']}>
        <PickTime followUp={wished} />
      </TextProvider>
    </Callout>
  );
}
