'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { AskingForm } from '../../../_ui/asking-form.tsx';
import { TextField } from '../../../_ui/field.tsx';

/** Says before what stays, and after how many published sessions there still are. */
export function EndTemplate({ id, today, blocked }: { id: string; today: string; blocked: string | null }) {
  const { t } = useText();
  return (
    <AskingForm
      look="stop"
      yesLook="stop"
      label={t('plan.form.end')}
      title={t('plan.form.endTitle')}
      yes={t('plan.form.endConfirm')}
      blocked={blocked}
      lead={<p>{t('plan.form.endText')}</p>}
      act={(words) => trpc.schedules.endTemplate.mutate({ id, lastDay: words('lastDay') })}
      said={({ remaining }) => t('plan.form.ended', { count: remaining })}
    >
      <TextField label={t('plan.form.endDay')} name="lastDay" type="date" defaultValue={today} required />
    </AskingForm>
  );
}
