'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';

const causes = ['came', 'facility'] as const;

/** The hospital's own word on a missed visit: the person came after all, or is not to blame. */
export function ExcuseForm({ appointmentId }: { appointmentId: string }) {
  const { t } = useText();
  const excuse = (words: Words) => {
    const cause = causes.find((one) => one === words(`cause-${appointmentId}`)) ?? 'came';
    return trpc.conduct.excuse.mutate({ appointmentId, cause, reason: words(`reason-${appointmentId}`) });
  };
  return (
    <details>
      <summary>{t('conduct.staff.excuse')}</summary>
      <SendForm stacked small wide send={t('conduct.staff.save')} act={excuse}>
        <SelectField
          label={t('conduct.staff.cause')}
          name={`cause-${appointmentId}`}
          choices={causes.map((value) => ({ value, label: t(`conduct.staff.${value}`) }))}
        />
        <TextField
          label={t('conduct.staff.reason')}
          hint={t('conduct.staff.reasonHint')}
          name={`reason-${appointmentId}`}
          minLength={4}
          maxLength={500}
          required
        />
      </SendForm>
    </details>
  );
}
