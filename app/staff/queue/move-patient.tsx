'use client';

import type { FormEvent } from 'react';
import type { z } from 'zod';
import type { LineEntry, lineCount } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

type Line = z.infer<typeof lineCount>;

/** To the right department, today, without a second fee (E16); what is not possible says why. */
export function MovePatient({ entry, lines }: { entry: LineEntry; lines: Line[] }) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wish = { sessionId: String(data.get('moveTo') ?? ''), reason: String(data.get('moveReason') ?? '') };
    await run(() => trpc.queues.move.mutate({ appointmentId: entry.appointmentId, ...wish }));
  }
  const choices = lines.map((line) => ({
    value: line.sessionId,
    label: [line.departmentName, line.practitionerName, f.span(line.startsAt, line.endsAt)].filter(Boolean).join(' · '),
  }));
  const blocked = entry.moved ? t('fault.rule.moved-once') : lines.length === 0 ? t('queue.room.noneElse') : null;
  return (
    <details className={css.details}>
      <summary>{t('queue.room.move')}</summary>
      {blocked ? (
        <p className={css.why}>{blocked}</p>
      ) : (
        <form onSubmit={submit}>
          <p className={css.lead}>{t('queue.room.moveLead')}</p>
          <div className={css.fields}>
            <SelectField label={t('queue.room.moveTo')} name="moveTo" choices={choices} />
            <TextField label={t('queue.room.reason')} name="moveReason" minLength={2} maxLength={100} required />
          </div>
          <FaultMessage trouble={trouble} />
          <Button type="submit" look="second" working={working}>
            {t('queue.room.moveGo')}
          </Button>
        </form>
      )}
    </details>
  );
}
