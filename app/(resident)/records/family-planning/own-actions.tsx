'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';

export function Withdraw({ id }: { id: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('ownPlanning.registration.withdraw')}
      title={t('ownPlanning.registration.withdrawTitle')}
      yes={t('ownPlanning.serving.yes')}
      act={() => trpc.familyPlanning.own.withdraw.mutate({ id })}
    >
      <p>{t('ownPlanning.registration.withdrawText')}</p>
    </ConfirmButton>
  );
}

export function TakeBack({ facilityId, facility }: { facilityId: string; facility: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('ownPlanning.serving.end')}
      about={facility}
      title={t('ownPlanning.serving.endTitle', { facility })}
      yes={t('ownPlanning.serving.yes')}
      act={() => trpc.familyPlanning.own.takeBack.mutate({ facilityId })}
    >
      <p>{t('ownPlanning.serving.endText')}</p>
    </ConfirmButton>
  );
}
