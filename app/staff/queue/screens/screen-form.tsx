'use client';

import type { FormEvent } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import css from '../../staff.module.css';

export function ScreenForm({ departments }: { departments: { value: string; label: string }[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const made = await run(() =>
      trpc.queues.makeScreen.mutate({
        kind: text('kind') === 'kiosk' ? 'kiosk' : 'screen',
        title: text('title'),
        departmentId: text('departmentId') || null,
        room: text('room') || null,
        shows: text('shows') === 'number' ? 'number' : 'name',
      }),
    );
    if (made) form.reset();
  }
  const kinds = (['screen', 'kiosk'] as const).map((value) => ({ value, label: t(`queue.screens.kinds.${value}`) }));
  const shows = (['name', 'number'] as const).map((value) => ({ value, label: t(`queue.screens.showsOf.${value}`) }));
  return (
    <Section title={t('queue.screens.add')}>
      <Panel>
        <form onSubmit={submit}>
          <div className={css.fields}>
            <SelectField label={t('queue.screens.kind')} name="kind" choices={kinds} />
            <TextField
              label={t('queue.screens.name')}
              hint={t('queue.screens.nameHint')}
              name="title"
              minLength={2}
              maxLength={40}
              required
            />
            <SelectField
              label={t('queue.screens.department')}
              name="departmentId"
              choices={[{ value: '', label: t('queue.screens.all') }, ...departments]}
            />
            <TextField label={t('queue.screens.room')} name="room" maxLength={20} />
            <SelectField label={t('queue.screens.shows')} name="shows" choices={shows} />
          </div>
          <FaultMessage trouble={trouble} />
          <Button type="submit" working={working}>
            {t('queue.screens.make')}
          </Button>
        </form>
      </Panel>
    </Section>
  );
}
