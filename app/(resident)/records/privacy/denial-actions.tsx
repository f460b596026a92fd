'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../records.module.css';

export function EndDenial({ residentId, id, about }: { residentId: string; id: string; about: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('privacy.deny.end')}
      about={about}
      title={t('privacy.deny.endTitle')}
      yes={t('privacy.look.yes')}
      act={() => trpc.consents.endDenial.mutate({ residentId, id })}
    >
      <p>{about}</p>
      <p>{t('privacy.deny.endText')}</p>
    </ConfirmButton>
  );
}

type Facility = { residentId: string; facilityId: string };

export function KeepFacilityOut({ residentId, facilityId, name }: Facility & { name: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('privacy.deny.keepFacility')}
      about={name}
      title={name}
      yes={t('privacy.look.yes')}
      act={() => trpc.consents.deny.mutate({ kind: 'facility', residentId, facilityId })}
    >
      <p>{t('privacy.deny.keepFacilityText')}</p>
    </ConfirmButton>
  );
}

/** By name, so that nobody has to look first, and nobody learns who works there. */
export function KeepWorkerOut({ residentId, facilityId }: Facility) {
  const { t } = useText();
  const field = `worker-${facilityId}`;
  return (
    <details className={css.worker}>
      <summary>{t('privacy.deny.workerFold')}</summary>
      <SendForm
        look="second"
        small
        send={t('privacy.deny.keepWorker')}
        act={(words) =>
          trpc.consents.deny.mutate({ kind: 'worker-by-name', residentId, facilityId, name: words(field) })
        }
        said={() => t('privacy.deny.saved')}
      >
        <TextField
          label={t('privacy.deny.workerName')}
          hint={t('privacy.deny.workerHint')}
          name={field}
          autoComplete="off"
          minLength={2}
          maxLength={40}
          required
        />
      </SendForm>
    </details>
  );
}
