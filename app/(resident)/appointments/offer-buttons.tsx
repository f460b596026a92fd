'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { Row } from '../../_ui/page-head.tsx';

export function OfferButtons({ facilityId, offerId }: { facilityId: string; offerId: string }) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const decide = async (accept: boolean) => {
    const answer = await run(() => trpc.booking.decideOffer.mutate({ facilityId, offerId, accept }));
    if (answer?.appointmentId) router.push(`/appointments/${facilityId}/${answer.appointmentId}?new=1`);
  };
  return (
    <>
      <FaultMessage trouble={trouble} />
      <Row>
        <Button onClick={() => decide(true)} working={working}>
          {t('inbox.accept')}
        </Button>
        <Button look="quiet" onClick={() => decide(false)} disabled={working}>
          {t('inbox.decline')}
        </Button>
      </Row>
    </>
  );
}
