'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { TextArea } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from './conduct.module.css';

type Props = { residentId: string; appointmentId: string; appealDays: number };

/** The reason in one's own words; the page then shows the clock of the answer. */
export function AppealForm({ residentId, appointmentId, appealDays }: Props) {
  const { t } = useText();
  const name = `reason-${appointmentId}`;
  return (
    <details className={css.appeal}>
      <summary>{t('conduct.appeal.start')}</summary>
      <SendForm
        stacked
        wide
        send={t('conduct.appeal.send')}
        act={(words) => trpc.conduct.appeal.mutate({ residentId, appointmentId, reason: words(name) })}
      >
        <TextArea
          label={t('conduct.appeal.reason')}
          hint={t('conduct.appeal.reasonHint', { days: appealDays })}
          name={name}
          minLength={4}
          maxLength={500}
          required
        />
      </SendForm>
    </details>
  );
}
