'use client';

import { useState } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import css from '../../../../staff.module.css';

/** The masked number, and the whole one when somebody really wants to call: that look is recorded. */
export function PhoneNumber({ appointmentId, masked }: { appointmentId: string; masked: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [shown, setShown] = useState<{ phone: string | null } | null>(null);
  if (shown) {
    return shown.phone ? (
      <a className={css.code} href={`tel:${shown.phone}`}>
        {shown.phone}
      </a>
    ) : (
      t('stoppage.person.noPhone')
    );
  }
  const show = async () =>
    setShown(await run(() => trpc.stoppages.phone.mutate({ appointmentId }), { refresh: false }));
  return (
    <>
      <span className={css.code}>{masked}</span>{' '}
      <Button look="quiet" small working={working} onClick={show}>
        {t('stoppage.person.showPhone')}
      </Button>
      <span className={css.aside}>{t('stoppage.person.phoneWhy')}</span>
      <FaultMessage trouble={trouble} />
    </>
  );
}
