'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { AskingForm } from '../../../_ui/asking-form.tsx';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import css from '../../staff.module.css';

type Props = { sessionId: string; marked: boolean; blocked: string | null };
const minutes = { min: 30, max: 2880, usual: 600, lead: 12 };

/** To a draw, or back to first come while no request could be entered; what follows stands in the dialog. */
export function MarkDraw({ sessionId, marked, blocked }: Props) {
  const { t } = useText();
  const send = (words: Words) => {
    const wish = { sessionId, reason: words('draw-reason') };
    return marked
      ? trpc.draws.unmark.mutate(wish)
      : trpc.draws.mark.mutate({ ...wish, minutes: Number(words('draw-minutes')) });
  };
  return (
    <AskingForm
      label={t(marked ? 'draw.unmark' : 'draw.markOpen')}
      title={t(marked ? 'draw.unmarkHeading' : 'draw.markHeading')}
      yes={t(marked ? 'draw.unmark' : 'draw.markConfirm')}
      blocked={blocked}
      act={send}
    >
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
    </AskingForm>
  );
}
