'use client';

import type { FormEvent } from 'react';
import type { z } from 'zod';
import type { lineCount } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import { Panel } from '../../_ui/page-head.tsx';
import css from '../staff.module.css';

type Line = z.infer<typeof lineCount>;

/** A doctor says which session and room; from then on this page is the room. */
export function OpenRoom({ lines, blocked }: { lines: Line[]; blocked: string | null }) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    await run(() =>
      trpc.queues.openStation.mutate({
        sessionId: String(data.get('sessionId') ?? ''),
        room: String(data.get('room') ?? ''),
      }),
    );
  }
  const choices = lines.map((line) => ({
    value: line.sessionId,
    label: [line.departmentName, line.practitionerName, f.span(line.startsAt, line.endsAt)].filter(Boolean).join(' · '),
  }));
  return (
    <Panel>
      <form onSubmit={submit}>
        <p className={css.lead}>{t('queue.room.startLead')}</p>
        <fieldset disabled={blocked !== null} className={css.fields}>
          <SelectField label={t('queue.room.session')} name="sessionId" choices={choices} />
          <TextField label={t('queue.room.name')} hint={t('queue.room.nameHint')} name="room" maxLength={20} required />
        </fieldset>
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" disabled={blocked !== null} working={working}>
            {t('queue.room.start')}
          </Button>
          {blocked ? <span className={css.why}>{blocked}</span> : null}
        </div>
      </form>
    </Panel>
  );
}
