'use client';

import type { z } from 'zod';
import type { lineCount } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { SelectField, TextField } from '../../_ui/field.tsx';
import { Panel } from '../../_ui/page-head.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

type Line = z.infer<typeof lineCount>;

/** A doctor says which session and room; from then on this page is the room. */
export function OpenRoom({ lines, blocked }: { lines: Line[]; blocked: string | null }) {
  const { t, f } = useText();
  const choices = lines.map((line) => ({
    value: line.sessionId,
    label: [line.departmentName, line.practitionerName, f.span(line.startsAt, line.endsAt)].filter(Boolean).join(' · '),
  }));
  return (
    <Panel>
      <SendForm
        keep
        blocked={blocked}
        send={t('queue.room.start')}
        act={(words) => trpc.queues.openStation.mutate({ sessionId: words('sessionId'), room: words('room') })}
      >
        <p className={css.lead}>{t('queue.room.startLead')}</p>
        <div className={css.fields}>
          <SelectField label={t('queue.room.session')} name="sessionId" choices={choices} />
          <TextField label={t('queue.room.name')} hint={t('queue.room.nameHint')} name="room" maxLength={20} required />
        </div>
      </SendForm>
    </Panel>
  );
}
