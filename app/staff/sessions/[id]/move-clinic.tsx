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

type Props = {
  sessionId: string;
  times: { startsAt: string; endsAt: string };
  holders: number;
  blocked: string | null;
};

/** 改时间 once people are booked: the consequences stand in the dialog before anything happens. */
export function MoveClinic({ sessionId, times, holders, blocked }: Props) {
  const { t } = useText();
  const { run, working, trouble, clear } = useAction();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const close = () => {
    setOpen(false);
    clear();
  };
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const wish = { sessionId, startsAt: text('move-starts'), endsAt: text('move-ends'), reason: text('move-reason') };
    const done = await run(() => trpc.booking.moveSession.mutate(wish));
    if (!done) return;
    setSaid(t('clinic.move.done', { count: done.told }));
    close();
  }
  return (
    <div className={css.apart}>
      <p className={css.lead}>{t('clinic.move.lead', { count: holders })}</p>
      <div className={css.actions}>
        <Button look="second" disabled={blocked !== null} onClick={() => setOpen(true)}>
          {t('clinic.move.open')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
        <span role="status" className={css.saved}>
          {said}
        </span>
      </div>
      <Dialog
        open={open}
        title={t('clinic.move.title')}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close} disabled={working}>
              {t('clinic.move.cancel')}
            </Button>
            <Button type="submit" form="move-clinic" working={working}>
              {t('clinic.move.confirm')}
            </Button>
          </>
        }
      >
        <ul className={css.list}>
          <li>{t('clinic.move.told', { count: holders })}</li>
          <li>{t('clinic.move.keep')}</li>
          <li>{t('clinic.move.whole')}</li>
        </ul>
        <form id="move-clinic" onSubmit={submit}>
          <div className={css.fields}>
            <TextField
              label={t('clinic.move.startsAt')}
              name="move-starts"
              type="time"
              defaultValue={times.startsAt}
              required
            />
            <TextField
              label={t('clinic.move.endsAt')}
              name="move-ends"
              type="time"
              defaultValue={times.endsAt}
              required
            />
          </div>
          <TextField
            label={t('clinic.session.reason')}
            hint={t('clinic.session.reasonHint')}
            name="move-reason"
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
