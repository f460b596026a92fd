'use client';

import { useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import { type Directory, emptyPlan, PlanFields, readPlan } from '../../plan-fields.tsx';

type Props = { directory: Directory; date: string; today: string; blocked: string | null };

/** The id is made here before sending, so a repeated send adds one session. */
export function AddForm({ directory, date, today, blocked }: Props) {
  const { t } = useText();
  const id = useRef<string | null>(null);

  const add = (words: Words, data: FormData) => {
    id.current ??= crypto.randomUUID();
    const wish = { id: id.current, ...readPlan(data), date: words('date'), reason: words('reason') };
    return trpc.schedules.addSession.mutate(wish);
  };
  return (
    <SendForm blocked={blocked} send={t('clinic.add.save')} act={add} to={(made) => `/staff/sessions/${made.id}`}>
      <TextField label={t('clinic.add.date')} name="date" type="date" min={today} defaultValue={date} required />
      <PlanFields plan={emptyPlan(directory[0]?.id ?? '')} directory={directory} />
      <TextField
        label={t('clinic.add.reason')}
        hint={t('clinic.session.reasonHint')}
        name="reason"
        minLength={2}
        maxLength={100}
        required
      />
    </SendForm>
  );
}
