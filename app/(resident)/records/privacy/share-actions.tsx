'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField } from '../../../_ui/field.tsx';
import css from '../records.module.css';

/** The code is on the screen until one leaves the page; nobody can show it again. */
export function MakeCode({ residentId, hours }: { residentId: string; hours: number[] }) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [made, setMade] = useState<{ code: string; until: Date } | null>(null);
  const make = async (data: FormData) => {
    const wish = { residentId, hours: Number(data.get('hours')) };
    const done = await run(() => trpc.consents.makeCode.mutate(wish));
    if (done) setMade(done);
  };
  return (
    <form action={(data) => void make(data)}>
      <SelectField
        label={t('privacy.share.hours')}
        name="hours"
        choices={hours.map((each) => ({ value: String(each), label: t('privacy.share.hour', { hours: each }) }))}
      />
      <FaultMessage trouble={trouble} />
      <Button type="submit" look="second" working={working}>
        {t('privacy.share.make')}
      </Button>
      <div role="status">
        {made ? (
          <>
            <p>{t('privacy.share.code')}</p>
            <p className={css.share}>{made.code}</p>
            <p>{t('privacy.share.once', { until: f.stamp(made.until) })}</p>
          </>
        ) : null}
      </div>
    </form>
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
