'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { Row } from '../../../_ui/page-head.tsx';

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

/** Advice that waits for the person's say; without a facility that offers it there is only the way to say no. */
export function AnswerPrompt({ id, facility }: { id: string; facility: string | null }) {
  const { t } = useText();
  return (
    <Row>
      {facility ? (
        <ConfirmButton
          label={t('ownPlanning.prompt.accept')}
          title={t('ownPlanning.prompt.acceptTitle', { facility })}
          yes={t('ownPlanning.prompt.accept')}
          act={() => trpc.familyPlanning.own.accept.mutate({ id })}
        >
          <p>{t('ownPlanning.prompt.acceptText')}</p>
        </ConfirmButton>
      ) : null}
      <DeclinePrompt id={id} />
    </Row>
  );
}

export function DeclinePrompt({ id }: { id: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('ownPlanning.prompt.decline')}
      look="quiet"
      title={t('ownPlanning.prompt.declineTitle')}
      yes={t('ownPlanning.prompt.decline')}
      act={() => trpc.familyPlanning.own.decline.mutate({ id })}
    >
      <p>{t('ownPlanning.prompt.declineText')}</p>
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
