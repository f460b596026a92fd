'use client';

import type { z } from 'zod';
import type { limits } from '#server/schedules/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';

type Props = { departmentId: string; now: z.infer<typeof limits> | null; earliest: string };

const ageOf = (text: string) => (text === '' ? null : Number(text));

/** New limits of one department from a coming day on, and why. */
export function LimitForm({ departmentId, now, earliest }: Props) {
  const { t } = useText();
  const name = (field: string) => `${field}-${departmentId}`;
  const save = (words: Words) => {
    const text = (field: string) => words(name(field));
    const sex = (['female', 'male'] as const).find((one) => one === text('sex')) ?? null;
    const ages = { minAge: ageOf(text('minAge')), maxAge: ageOf(text('maxAge')) };
    const wish = { departmentId, sex, ...ages, effectiveFrom: text('from'), reason: text('reason') };
    return trpc.rules.setLimits.mutate(wish);
  };
  const age = { type: 'number', min: 0, max: 120 } as const;
  return (
    <details>
      <summary>{t('rules.limits.change')}</summary>
      <SendForm stacked small wide send={t('rules.limits.save')} act={save}>
        <TextField
          label={t('rules.limits.effectiveFrom')}
          name={name('from')}
          type="date"
          min={earliest}
          defaultValue={earliest}
          required
        />
        <SelectField
          label={t('rules.limits.sex')}
          name={name('sex')}
          defaultValue={now?.sex ?? ''}
          choices={[
            { value: '', label: t('rules.limits.all') },
            { value: 'female', label: t('rules.limits.women') },
            { value: 'male', label: t('rules.limits.men') },
          ]}
        />
        <TextField label={t('rules.limits.minAge')} name={name('minAge')} defaultValue={now?.minAge ?? ''} {...age} />
        <TextField label={t('rules.limits.maxAge')} name={name('maxAge')} defaultValue={now?.maxAge ?? ''} {...age} />
        <TextField label={t('rules.reason')} name={name('reason')} minLength={2} maxLength={100} required />
      </SendForm>
    </details>
  );
}
