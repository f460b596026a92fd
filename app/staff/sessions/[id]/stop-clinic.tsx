'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
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
  const { run, working, trouble, clear } = useAction();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<{ affected: number; offers: number } | null>(null);
  const consequences = [
    t('clinic.stop.affected', { count: holders }),
    t('clinic.stop.freed', { count: free }),
    t('clinic.stop.arrived', { count: arrived }),
    t('clinic.stop.final'),
  ].filter(Boolean);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('stop-reason') ?? '').trim();
    const result = await run(() => trpc.booking.stopSession.mutate({ sessionId, reason }));
    if (!result) return;
    setDone(result);
    setOpen(false);
  }
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
      <Button look="stop" disabled={blocked !== null} onClick={() => setOpen(true)}>
        {t('clinic.stop.open')}
      </Button>
      {blocked ? <span className={css.why}>{blocked}</span> : null}
      <Dialog
        open={open}
        title={t('clinic.stop.heading')}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        actions={
          <>
            <Button look="second" onClick={() => setOpen(false)}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" form="stop-clinic" look="stop" working={working}>
              {t('clinic.stop.confirm')}
            </Button>
          </>
        }
      >
        <ul className={css.list}>
          {consequences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <form id="stop-clinic" onSubmit={submit}>
          <TextField
            label={t('clinic.session.reason')}
            hint={t('clinic.session.reasonHint')}
            name="stop-reason"
            minLength={2}
            maxLength={100}
            required
          />
        </form>
        <FaultMessage trouble={trouble} />
      </Dialog>
    </div>
  );
}
