'use client';

import type { FormEvent } from 'react';
import type { LineEntry } from '#server/queues/schema/staff.ts';
import { priority as priorities } from '#server/queues/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import { Panel } from '../../_ui/page-head.tsx';
import css from '../staff.module.css';

/** A place by rule, with its reason; the wall shows it to everybody (E15). */
export function PriorityForm({ entry, onDone }: { entry: LineEntry; onDone: () => void }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = priorities.safeParse(data.get('priority'));
    const wish = { priority: chosen.success ? chosen.data : null, reason: String(data.get('reason') ?? '') };
    if (await run(() => trpc.queues.setPriority.mutate({ appointmentId: entry.appointmentId, ...wish }))) onDone();
  }
  const choices = [
    { value: '', label: t('queue.triage.none') },
    ...priorities.options.map((value) => ({ value, label: t(`queue.priority.${value}`) })),
  ];
  return (
    <Panel>
      <form onSubmit={submit}>
        <div className={css.fields}>
          <SelectField
            label={t('queue.triage.priorityOf', { name: entry.residentName })}
            name="priority"
            choices={choices}
            defaultValue={entry.priority ?? ''}
          />
          <TextField label={t('queue.triage.reason')} name="reason" minLength={2} maxLength={100} required />
        </div>
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" working={working}>
            {t('queue.triage.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('kit.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
