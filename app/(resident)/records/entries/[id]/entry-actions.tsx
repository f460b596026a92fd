'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { ConfirmButton } from '../../../../_ui/confirm-button.tsx';
import { ReasonForm } from '../../../../_ui/reason-form.tsx';

type Entry = { residentId: string; id: string };

export function AskCorrection({ residentId, id }: Entry) {
  const { t } = useText();
  return (
    <ReasonForm
      name="question"
      summary={t('privacy.entry.correct')}
      label={t('privacy.entry.what')}
      hint={t('privacy.entry.hint')}
      send={t('privacy.entry.send')}
      minLength={4}
      act={(question) => trpc.records.askCorrection.mutate({ residentId, id, question })}
    />
  );
}

export function HideEntry({ residentId, id }: Entry) {
  const { t } = useText();
  return (
    <div>
      <ConfirmButton
        label={t('privacy.entry.hide')}
        title={t('privacy.entry.hideTitle')}
        yes={t('privacy.look.yes')}
        act={() => trpc.consents.deny.mutate({ kind: 'entry', residentId, entryId: id })}
      >
        <p>{t('privacy.entry.hideText')}</p>
      </ConfirmButton>
    </div>
  );
}

export function ShowEntry({ residentId, id }: Entry) {
  const { t } = useText();
  return (
    <div>
      <ConfirmButton
        label={t('privacy.entry.show')}
        title={t('privacy.deny.endTitle')}
        yes={t('privacy.look.yes')}
        act={() => trpc.consents.endDenial.mutate({ residentId, id })}
      >
        <p>{t('privacy.deny.endText')}</p>
      </ConfirmButton>
    </div>
  );
}
