'use client';

import type { LineEntry } from '#server/queues/schema/staff.ts';
import { priority as priorities } from '#server/queues/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { Panel } from '../../_ui/page-head.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

/** A place by rule, with its reason; the wall shows it to everybody (E15). */
export function PriorityForm({ entry, onDone }: { entry: LineEntry; onDone: () => void }) {
  const { t } = useText();
  const set = (words: Words) => {
    const chosen = priorities.safeParse(words('priority'));
    const wish = { priority: chosen.success ? chosen.data : null, reason: words('reason') };
    return trpc.queues.setPriority.mutate({ appointmentId: entry.appointmentId, ...wish });
  };
  const choices = [
    { value: '', label: t('queue.triage.none') },
    ...priorities.options.map((value) => ({ value, label: t(`queue.priority.${value}`) })),
  ];
  return (
    <Panel>
      <SendForm
        send={t('queue.triage.save')}
        act={set}
        onDone={onDone}
        more={
          <Button look="quiet" onClick={onDone}>
            {t('kit.cancel')}
          </Button>
        }
      >
        <div className={css.fields}>
          <SelectField
            label={t('queue.triage.priorityOf', { name: entry.residentName })}
            name="priority"
            choices={choices}
            defaultValue={entry.priority ?? ''}
          />
          <TextField label={t('queue.triage.reason')} name="reason" minLength={2} maxLength={100} required />
        </div>
      </SendForm>
    </Panel>
  );
}
