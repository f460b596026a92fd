'use client';

import { useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextArea, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

const outcomes = ['emergency', 'crisis', 'fever', 'none'] as const;

/** The id is made before sending, so a repeated send stores one case. */
export function AddCaseForm({ labels }: { labels: string[] }) {
  const { t } = useText();
  const id = useRef<string | null>(null);
  const add = (words: Words) => {
    id.current ??= crypto.randomUUID();
    return trpc.navigation.learn.addCase.mutate({
      id: id.current,
      text: words('case-text'),
      facts: words('case-age') === '' ? {} : { ageMonths: Number(words('case-age')) },
      expects: outcomes.find((outcome) => outcome === words('case-expects')) ?? 'none',
      label: words('case-label') || null,
      reason: words('case-reason'),
    });
  };
  return (
    <SendForm
      send={t('learn.cases.add')}
      act={add}
      onDone={() => {
        id.current = null;
      }}
      said={() => t('learn.cases.added')}
    >
      <TextArea label={t('learn.cases.text')} name="case-text" rows={2} minLength={2} maxLength={300} required />
      <div className={css.fields}>
        <SelectField
          label={t('learn.cases.expects')}
          name="case-expects"
          choices={outcomes.map((value) => ({ value, label: t(`learn.outcome.${value}`) }))}
        />
        <SelectField
          label={t('learn.cases.label')}
          name="case-label"
          choices={[
            { value: '', label: t('learn.cases.anyLabel') },
            ...labels.map((label) => ({ value: label, label })),
          ]}
        />
        <TextField label={t('learn.cases.age')} name="case-age" type="number" min={0} max={1500} />
        <TextField
          label={t('learn.cases.reason')}
          hint={t('learn.cases.reasonHint')}
          name="case-reason"
          minLength={4}
          maxLength={500}
          required
        />
      </div>
    </SendForm>
  );
}
