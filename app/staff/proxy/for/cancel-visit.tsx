'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';

type Props = { ask: string; facilityId: string; appointmentId: string; label: string; until: string };

/** Gives a number up for the person; asks first, as it cannot be had back. */
export function CancelVisit({ ask, facilityId, appointmentId, label, until }: Props) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('visits.cancel')}
      spoken={label}
      title={t('visits.cancelTitle')}
      yes={t('visits.cancelYes')}
      no={t('visits.cancelNo')}
      look="quiet"
      yesLook="stop"
      act={() => trpc.proxy.cancel.mutate({ ask, facilityId, appointmentId })}
    >
      <p>{until}</p>
      <p>{t('visits.cancelLead')}</p>
    </ConfirmButton>
  );
}
