'use client';

import type { z } from 'zod';
import type { LineEntry, lineCount } from '#server/queues/schema/staff.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

type Line = z.infer<typeof lineCount>;

/** To the right department, today, without a second fee (E16); what is not possible says why. */
export function MovePatient({ entry, lines }: { entry: LineEntry; lines: Line[] }) {
  const { t, f } = useText();
  const move = (words: Words) =>
    trpc.queues.move.mutate({
      ...{ appointmentId: entry.appointmentId, sessionId: words('moveTo'), reason: words('moveReason') },
    });
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
        <SendForm look="second" send={t('queue.room.moveGo')} act={move}>
          <p className={css.lead}>{t('queue.room.moveLead')}</p>
          <div className={css.fields}>
            <SelectField label={t('queue.room.moveTo')} name="moveTo" choices={choices} />
            <TextField label={t('queue.room.reason')} name="moveReason" minLength={2} maxLength={100} required />
          </div>
        </SendForm>
      )}
    </details>
  );
}
