'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import type { z } from 'zod';
import type { templateView } from '#server/schedules/schema/console.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
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
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const id = useRef<string | null>(template?.id ?? null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    id.current ??= crypto.randomUUID();
    const wish = {
      ...{ id: id.current, ...readPlan(data), weekday: Number(data.get('weekday')) },
      drawMinutes: Number(data.get('drawMinutes')) || null,
      ...{ validFrom: String(data.get('validFrom')), validTo: String(data.get('validTo') ?? '') || null },
    };
    if (await run(() => trpc.schedules.saveTemplate.mutate(wish))) router.push('/staff/templates');
  }
  return (
    <form onSubmit={submit}>
      <fieldset disabled={blocked !== null}>
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
      </fieldset>
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" disabled={blocked !== null} working={working}>
          {t('plan.form.save')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
      </div>
    </form>
  );
}
