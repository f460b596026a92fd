'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

export function ScreenForm({ departments }: { departments: { value: string; label: string }[] }) {
  const { t } = useText();
  const make = (words: Words) =>
    trpc.queues.makeScreen.mutate({
      kind: words('kind') === 'kiosk' ? 'kiosk' : 'screen',
      title: words('title'),
      departmentId: words('departmentId') || null,
      room: words('room') || null,
      shows: words('shows') === 'number' ? 'number' : 'name',
    });
  const kinds = (['screen', 'kiosk'] as const).map((value) => ({ value, label: t(`queue.screens.kinds.${value}`) }));
  const shows = (['name', 'number'] as const).map((value) => ({ value, label: t(`queue.screens.showsOf.${value}`) }));
  return (
    <Section title={t('queue.screens.add')}>
      <Panel>
        <SendForm send={t('queue.screens.make')} act={make}>
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
        </SendForm>
      </Panel>
    </Section>
  );
}
