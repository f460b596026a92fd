'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
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
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  const field = `worker-${facilityId}`;
  const send = async (data: FormData) => {
    const name = String(data.get(field) ?? '').trim();
    const wish = { kind: 'worker-by-name', residentId, facilityId, name } as const;
    setSaid('');
    if (await run(() => trpc.consents.deny.mutate(wish))) setSaid(t('privacy.deny.saved'));
  };
  return (
    <details className={css.worker}>
      <summary>{t('privacy.deny.workerFold')}</summary>
      <form action={(data) => void send(data)}>
        <TextField
          label={t('privacy.deny.workerName')}
          hint={t('privacy.deny.workerHint')}
          name={field}
          autoComplete="off"
          minLength={2}
          maxLength={40}
          required
        />
        <FaultMessage trouble={trouble} />
        <Button type="submit" look="second" small working={working}>
          {t('privacy.deny.keepWorker')}
        </Button>{' '}
        <span role="status">{said}</span>
      </form>
    </details>
  );
}
