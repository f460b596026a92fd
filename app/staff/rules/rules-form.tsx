'use client';

import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { rulesOutput } from '#server/schedules/schema/console.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';
import { ruleFields } from './rule-fields.ts';

type Rules = z.infer<typeof rulesOutput>;
type Props = { today: Rules['today']; bounds: Rules['bounds']; earliest: string; blocked: string | null };

/** New rules from a coming day on; each box names its provincial bounds. */
export function RulesForm({ today, bounds, earliest, blocked }: Props) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    const effectiveFrom = text('effectiveFrom');
    const wish = {
      effectiveFrom,
      horizonDays: Number(text('horizonDays')),
      releaseTime: text('releaseTime'),
      closeMinutes: Number(text('closeMinutes')),
      cancelMinutes: Number(text('cancelMinutes')),
      expertCancelTime: text('expertCancelTime'),
      perDay: Number(text('perDay')),
      openMax: Number(text('openMax')),
      extraPerSession: Number(text('extraPerSession')),
      checkInMinutes: Number(text('checkInMinutes')),
      lateMinutes: Number(text('lateMinutes')),
      latePlaces: Number(text('latePlaces')),
      missedCalls: Number(text('missedCalls')),
      returnPlaces: Number(text('returnPlaces')),
      elderAge: Number(text('elderAge')),
    };
    setSaved('');
    if (await run(() => trpc.schedules.setRules.mutate(wish)))
      setSaved(t('plan.rules.saved', { date: f.day(effectiveFrom) }));
  }
  return (
    <form onSubmit={submit}>
      <fieldset disabled={blocked !== null}>
        <TextField
          label={t('plan.rules.effectiveFrom')}
          name="effectiveFrom"
          type="date"
          min={earliest}
          defaultValue={earliest}
          required
        />
        <div className={css.fields}>
          {ruleFields.map((field) => {
            const { min, max } = bounds[field] ?? { min: '', max: '' };
            return (
              <TextField
                key={field}
                label={t(`plan.rules.field.${field}`)}
                hint={t('plan.rules.bound', { min, max })}
                name={field}
                type={typeof today[field] === 'number' ? 'number' : 'time'}
                min={min}
                max={max}
                defaultValue={today[field]}
                required
              />
            );
          })}
        </div>
      </fieldset>
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" disabled={blocked !== null} working={working}>
          {t('plan.rules.save')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
        <span role="status" className={css.saved}>
          {saved}
        </span>
      </div>
    </form>
  );
}
