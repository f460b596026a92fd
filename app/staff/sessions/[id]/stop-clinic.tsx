'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { AskingForm } from '../../../_ui/asking-form.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { TextField } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';

type Facts = {
  sessionId: string;
  holders: number;
  free: number;
  arrived: number;
  blocked: string | null;
};

/** 停诊: the consequences stand in the dialog before anything happens. */
export function StopClinic({ sessionId, holders, free, arrived, blocked }: Facts) {
  const { t } = useText();
  const [done, setDone] = useState<{ affected: number; offers: number } | null>(null);
  const consequences = [
    t('clinic.stop.affected', { count: holders }),
    t('clinic.stop.freed', { count: free }),
    t('clinic.stop.arrived', { count: arrived }),
    t('clinic.stop.final'),
  ].filter(Boolean);

  if (done) {
    return (
      <Callout tone="good" alert>
        <p>{t('clinic.stop.done', done)}</p>
      </Callout>
    );
  }
  return (
    <div className={css.actions}>
      <p>{t('clinic.stop.lead')}</p>
      <AskingForm
        look="stop"
        yesLook="stop"
        label={t('clinic.stop.open')}
        title={t('clinic.stop.heading')}
        yes={t('clinic.stop.confirm')}
        blocked={blocked}
        lead={
          <ul className={css.list}>
            {consequences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        }
        act={(words) => trpc.booking.stopSession.mutate({ sessionId, reason: words('stop-reason') })}
        onDone={setDone}
      >
        <TextField
          label={t('clinic.session.reason')}
          hint={t('clinic.session.reasonHint')}
          name="stop-reason"
          minLength={2}
          maxLength={100}
          required
        />
      </AskingForm>
    </div>
  );
}
