'use client';

import { useRef } from 'react';
import type { z } from 'zod';
import type { templateView } from '#server/schedules/schema/console.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import { type Directory, emptyPlan, PlanFields, readPlan } from '../../plan-fields.tsx';
import css from '../../staff.module.css';

type Props = {
  template: z.infer<typeof templateView> | null;
  directory: Directory;
  tomorrow: string;
  blocked: string | null;
};
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Usual times for requests in hours, and the one in use. */
const drawHours = (minutes: number | null) =>
  [...new Set([2, 4, 10, 24, 48, ...(minutes ? [minutes / 60] : [])])].sort((a, b) => a - b);

/** The id of a new template is made here before sending, so a repeated send makes one. */
export function TemplateForm({ template, directory, tomorrow, blocked }: Props) {
  const { t } = useText();
  const id = useRef<string | null>(template?.id ?? null);

  const save = (words: Words, data: FormData) => {
    id.current ??= crypto.randomUUID();
    return trpc.schedules.saveTemplate.mutate({
      ...{ id: id.current, ...readPlan(data), weekday: Number(words('weekday')) },
      drawMinutes: Number(words('drawMinutes')) || null,
      ...{ validFrom: words('validFrom'), validTo: words('validTo') || null },
    });
  };
  return (
    <SendForm blocked={blocked} send={t('plan.form.save')} act={save} to={() => '/staff/templates'}>
      <SelectField
        label={t('plan.form.weekday')}
        name="weekday"
        defaultValue={String(template?.weekday ?? 1)}
        choices={weekdays.map((day) => ({ value: String(day), label: t(`plan.weekday.d${day}`) }))}
      />
      <PlanFields
        plan={template ?? emptyPlan(directory[0]?.id ?? '')}
        directory={directory}
        fixed={template !== null}
      />
      <SelectField
        label={t('draw.template')}
        hint={t('draw.templateHint')}
        name="drawMinutes"
        defaultValue={String(template?.drawMinutes ?? '')}
        choices={[
          { value: '', label: t('draw.templateFirst') },
          ...drawHours(template?.drawMinutes ?? null).map((hours) => ({
            value: String(hours * 60),
            label: t('draw.templateDraw', { hours }),
          })),
        ]}
      />
      <div className={css.fields}>
        <TextField
          label={t('plan.form.validFrom')}
          name="validFrom"
          type="date"
          defaultValue={template?.validFrom ?? tomorrow}
          required
        />
        <TextField
          label={t('plan.form.validTo')}
          hint={t('plan.form.validToHint')}
          name="validTo"
          type="date"
          defaultValue={template?.validTo ?? ''}
        />
      </div>
    </SendForm>
  );
}
