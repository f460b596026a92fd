'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';

/** Says before what stays, and after how many published sessions there still are. */
export function EndTemplate({ id, today, blocked }: { id: string; today: string; blocked: string | null }) {
  const { t } = useText();
  const { run, working, trouble, clear } = useAction();
  const [open, setOpen] = useState(false);
  const [remaining, setRemaining] = useState<number | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const lastDay = String(new FormData(event.currentTarget).get('lastDay'));
    const done = await run(() => trpc.schedules.endTemplate.mutate({ id, lastDay }));
    if (!done) return;
    setRemaining(done.remaining);
    setOpen(false);
  }
  return (
    <div className={css.actions}>
      <Button look="stop" disabled={blocked !== null} onClick={() => setOpen(true)}>
        {t('plan.form.end')}
      </Button>
      {blocked ? <span className={css.why}>{blocked}</span> : null}
      <span role="status" className={css.saved}>
        {remaining === null ? '' : t('plan.form.ended', { count: remaining })}
      </span>
      <Dialog
        open={open}
        title={t('plan.form.endTitle')}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        actions={
          <>
            <Button look="second" onClick={() => setOpen(false)}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" form="end-template" look="stop" working={working}>
              {t('plan.form.endConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('plan.form.endText')}</p>
        <form id="end-template" onSubmit={submit}>
          <TextField label={t('plan.form.endDay')} name="lastDay" type="date" defaultValue={today} required />
        </form>
        <FaultMessage trouble={trouble} />
      </Dialog>
    </div>
  );
}
