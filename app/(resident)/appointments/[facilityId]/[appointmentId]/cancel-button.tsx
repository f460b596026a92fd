'use client';

import type { ReactNode } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { ConfirmButton } from '../../../../_ui/confirm-button.tsx';

type Props = { facilityId: string; appointmentId: string; children: ReactNode };

/** Asks first, and says what cannot be undone. */
export function CancelButton({ facilityId, appointmentId, children }: Props) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('visits.cancel')}
      title={t('visits.cancelTitle')}
      yes={t('visits.cancelYes')}
      no={t('visits.cancelNo')}
      look="stop"
      yesLook="stop"
      size="wide"
      act={() => trpc.booking.cancel.mutate({ facilityId, appointmentId })}
    >
      {children}
      <p>{t('visits.cancelLead')}</p>
    </ConfirmButton>
  );
}
