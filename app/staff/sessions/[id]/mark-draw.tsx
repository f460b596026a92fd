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

type Props = { sessionId: string; marked: boolean; blocked: string | null };
const minutes = { min: 30, max: 2880, usual: 600, lead: 12 };

/** To a draw, or back to first come while no request could be entered; what follows stands in the dialog. */
export function MarkDraw({ sessionId, marked, blocked }: Props) {
  const { t } = useText();
  const { run, working, trouble, clear } = useAction();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    clear();
  };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wish = { sessionId, reason: String(data.get('draw-reason') ?? '').trim() };
    const done = await run(() =>
      marked
        ? trpc.draws.unmark.mutate(wish)
        : trpc.draws.mark.mutate({ ...wish, minutes: Number(data.get('draw-minutes')) }),
    );
    if (done) setOpen(false);
  }
  return (
    <div className={css.actions}>
      <Button look="second" disabled={blocked !== null} onClick={() => setOpen(true)}>
        {t(marked ? 'draw.unmark' : 'draw.markOpen')}
      </Button>
      {blocked ? <span className={css.why}>{blocked}</span> : null}
      <Dialog
        open={open}
        title={t(marked ? 'draw.unmarkHeading' : 'draw.markHeading')}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" form="mark-draw" working={working}>
              {t(marked ? 'draw.unmark' : 'draw.markConfirm')}
            </Button>
          </>
        }
      >
        <form id="mark-draw" onSubmit={submit}>
          {marked ? (
            <p>{t('draw.unmarkText')}</p>
          ) : (
            <>
              <ul className={css.list}>
                {(['opens', 'promise', 'fair'] as const).map((line) => (
                  <li key={line}>{t(`draw.markConsequences.${line}`)}</li>
                ))}
              </ul>
              <TextField
                label={t('draw.minutes')}
                hint={t('draw.minutesHint', minutes)}
                name="draw-minutes"
                type="number"
                inputMode="numeric"
                min={minutes.min}
                max={minutes.max}
                defaultValue={minutes.usual}
                required
              />
            </>
          )}
          <TextField
            label={t('draw.reason')}
            hint={t('clinic.session.reasonHint')}
            name="draw-reason"
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
