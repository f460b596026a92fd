'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';

const outcomes = ['emergency', 'crisis', 'fever', 'none'] as const;

/** The id is made before sending, so a repeated send stores one case. */
export function AddCaseForm({ labels }: { labels: string[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [added, setAdded] = useState('');
  const id = useRef<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    id.current ??= crypto.randomUUID();
    const wish = {
      id: id.current,
      text: text('case-text'),
      facts: text('case-age') === '' ? {} : { ageMonths: Number(text('case-age')) },
      expects: outcomes.find((outcome) => outcome === text('case-expects')) ?? 'none',
      label: text('case-label') || null,
      reason: text('case-reason'),
    };
    setAdded('');
    if (!(await run(() => trpc.navigation.learn.addCase.mutate(wish)))) return;
    id.current = null;
    form.reset();
    setAdded(t('learn.cases.added'));
  }
  return (
    <form onSubmit={submit}>
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
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('learn.cases.add')}
        </Button>
        <span role="status" className={css.saved}>
          {added}
        </span>
      </div>
    </form>
  );
}
