'use client';

import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { RadioGroup, TextArea } from '../_ui/field.tsx';
import type { Words } from '../_ui/form-words.ts';
import { SendForm } from '../_ui/send-form.tsx';

const decisions = ['same', 'different', 'ask'] as const;
type Decision = (typeof decisions)[number];

/** Whether the two are one person, with the reason that stays on file. What links itself cannot be asked about. */
export function DecideForm({ id, facilityId, auto }: { id: string; facilityId: string | null; auto: boolean }) {
  const { t } = useText();
  const send = (words: Words) => {
    const wish = { id, decision: words('decision') as Decision, reason: words('reason') };
    const { decide, decideOwn } = trpc.identity;
    return facilityId ? decide.mutate({ ...wish, facilityId }) : decideOwn.mutate(wish);
  };
  return (
    <SendForm stacked send={t('identity.decide.send')} act={send}>
      <RadioGroup
        legend={t('identity.decide.choose')}
        name="decision"
        required
        choices={decisions
          .filter((value) => !auto || value !== 'ask')
          .map((value) => ({
            value,
            label: t(`identity.decide.${value}`),
            hint: t(`identity.decide.${value}Hint`),
          }))}
      />
      <TextArea
        label={t('identity.decide.reason')}
        hint={t('identity.decide.reasonHint')}
        name="reason"
        minLength={4}
        maxLength={500}
        required
      />
    </SendForm>
  );
}
