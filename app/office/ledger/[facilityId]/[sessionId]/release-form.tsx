'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { TextField } from '../../../../_ui/field.tsx';
import { SendForm } from '../../../../_ui/send-form.tsx';

/** The official's word that the session was checked; the page shows before it what will be put in order. */
export function ReleaseForm({ facilityId, sessionId }: { facilityId: string; sessionId: string }) {
  const { t } = useText();
  return (
    <SendForm
      stacked
      send={t('ledger.release.confirm')}
      act={(words) => trpc.ledger.release.mutate({ facilityId, sessionId, reason: words('release-reason') })}
    >
      <TextField
        label={t('ledger.release.reason')}
        hint={t('ledger.release.reasonHint')}
        name="release-reason"
        minLength={2}
        maxLength={200}
        required
      />
    </SendForm>
  );
}
