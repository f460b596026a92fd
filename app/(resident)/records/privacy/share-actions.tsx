'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { SelectField } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../records.module.css';

/** The code is on the screen until one leaves the page; nobody can show it again. */
export function MakeCode({ residentId, hours }: { residentId: string; hours: number[] }) {
  const { t, f } = useText();
  const [made, setMade] = useState<{ code: string; until: Date } | null>(null);
  return (
    <>
      <SendForm
        look="second"
        keep
        send={t('privacy.share.make')}
        act={(words) => trpc.consents.makeCode.mutate({ residentId, hours: Number(words('hours')) })}
        onDone={setMade}
      >
        <SelectField
          label={t('privacy.share.hours')}
          name="hours"
          choices={hours.map((each) => ({ value: String(each), label: t('privacy.share.hour', { hours: each }) }))}
        />
      </SendForm>
      <div role="status">
        {made ? (
          <>
            <p>{t('privacy.share.code')}</p>
            <p className={css.share}>{made.code}</p>
            <p>{t('privacy.share.once', { until: f.stamp(made.until) })}</p>
          </>
        ) : null}
      </div>
    </>
  );
}

export function EndCode({ residentId, id, about }: { residentId: string; id: string; about: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={t('privacy.share.end')}
      about={about}
      title={t('privacy.share.endTitle')}
      yes={t('privacy.look.yes')}
      act={() => trpc.consents.endCode.mutate({ residentId, id })}
    >
      <p>{t('privacy.share.endText')}</p>
    </ConfirmButton>
  );
}
