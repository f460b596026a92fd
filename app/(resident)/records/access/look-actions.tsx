'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { ReasonForm } from '../../../_ui/reason-form.tsx';

type Look = { residentId: string; eventId: string };

export function AskWhy({ residentId, eventId }: Look) {
  const { t } = useText();
  return (
    <ReasonForm
      name={`why-${eventId}`}
      summary={t('privacy.look.ask')}
      label={t('privacy.look.question')}
      hint={t('privacy.look.questionHint')}
      send={t('privacy.look.send')}
      act={(question) => trpc.cases.askWhy.mutate({ residentId, eventId, question })}
    />
  );
}

export function KeepOut({ residentId, eventId, name }: Look & { name: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      look="quiet"
      label={t('privacy.look.keepOut')}
      about={name}
      title={t('privacy.look.keepOutTitle', { name })}
      yes={t('privacy.look.yes')}
      yesLook="stop"
      act={() => trpc.consents.deny.mutate({ kind: 'worker', residentId, eventId })}
    >
      <p>{t('privacy.look.keepOutText', { name })}</p>
    </ConfirmButton>
  );
}
