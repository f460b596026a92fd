'use client';

import { glassCauses } from '#server/consents/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { RadioGroup, TextArea } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';

type Cause = (typeof glassCauses)[number];

/** The emergency and its reason; what follows is said before the button. */
export function BreakGlass({ residentId, hours }: { residentId: string; hours: number }) {
  const { t } = useText();
  const open = (words: Words) => {
    const wish = { residentId, cause: words('cause') as Cause, reason: words('reason') };
    return trpc.consents.breakGlass.mutate(wish);
  };
  return (
    <SendForm stacked look="stop" send={t('patient.glass.send')} act={open}>
      <RadioGroup
        legend={t('patient.glass.cause')}
        name="cause"
        required
        columns
        choices={glassCauses.map((value) => ({ value, label: t(`patient.glass.causes.${value}`) }))}
      />
      <TextArea
        label={t('patient.glass.reason')}
        hint={t('patient.glass.reasonHint')}
        name="reason"
        minLength={8}
        maxLength={500}
        required
      />
      <p>{t('patient.glass.warn', { hours })}</p>
    </SendForm>
  );
}
