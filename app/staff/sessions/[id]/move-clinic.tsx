'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { AskingForm } from '../../../_ui/asking-form.tsx';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
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
  const move = (words: Words) =>
    trpc.booking.moveSession.mutate({
      ...{ sessionId, startsAt: words('move-starts'), endsAt: words('move-ends'), reason: words('move-reason') },
    });
  return (
    <div className={css.apart}>
      <p className={css.lead}>{t('clinic.move.lead', { count: holders })}</p>
      <AskingForm
        label={t('clinic.move.open')}
        title={t('clinic.move.title')}
        yes={t('clinic.move.confirm')}
        no={t('clinic.move.cancel')}
        blocked={blocked}
        lead={
          <ul className={css.list}>
            <li>{t('clinic.move.told', { count: holders })}</li>
            <li>{t('clinic.move.keep')}</li>
            <li>{t('clinic.move.whole')}</li>
          </ul>
        }
        act={move}
        said={({ told }) => t('clinic.move.done', { count: told })}
      >
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
      </AskingForm>
    </div>
  );
}
