'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { type Directory, emptyPlan, PlanFields, readPlan } from '../../plan-fields.tsx';
import css from '../../staff.module.css';

type Props = { directory: Directory; date: string; today: string; blocked: string | null };

/** The id is made here before sending, so a repeated send adds one session. */
export function AddForm({ directory, date, today, blocked }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const id = useRef<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    id.current ??= crypto.randomUUID();
    const wish = {
      id: id.current,
      ...readPlan(data),
      date: String(data.get('date')),
      reason: String(data.get('reason')),
    };
    const made = await run(() => trpc.schedules.addSession.mutate(wish), { refresh: false });
    if (made) router.push(`/staff/sessions/${made.id}`);
  }
  return (
    <form onSubmit={submit}>
      <fieldset disabled={blocked !== null}>
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
      </fieldset>
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" disabled={blocked !== null} working={working}>
          {t('clinic.add.save')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
      </div>
    </form>
  );
}
