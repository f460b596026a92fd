'use client';

import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { type rulesOutput, setRulesInput } from '#server/schedules/schema/console.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextArea, TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';
import { groupNames, ruleFields, ruleGroups, ruleValue } from './rule-fields.ts';
import { RuleInput, readRule } from './rule-input.tsx';
import own from './rules.module.css';

type Rules = z.infer<typeof rulesOutput>;
type Props = { today: Rules['today']; bounds: Rules['bounds']; earliest: string; blocked: string | null };

/** New rules from a coming day on, and why; each box names its provincial bounds. */
export function RulesForm({ today, bounds, earliest, blocked }: Props) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const effectiveFrom = String(data.get('effectiveFrom'));
    const wish = setRulesInput.parse({
      ...{ effectiveFrom, reason: String(data.get('reason')) },
      ...Object.fromEntries(ruleFields.map((field) => [field, readRule(data, field, today[field])])),
    });
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
        {groupNames.map((group) => (
          <fieldset key={group} className={own.group}>
            <legend>{t(`rules.group.${group}`)}</legend>
            <div className={css.fields}>
              {ruleGroups[group].map((field) => {
                const bound = bounds[field];
                const ends = bound && { min: ruleValue(t, bound.min), max: ruleValue(t, bound.max) };
                return (
                  <RuleInput
                    key={field}
                    name={field}
                    label={t(`rules.field.${field}`)}
                    value={today[field]}
                    {...(bound ? { bound } : {})}
                    {...(ends ? { hint: t('plan.rules.bound', ends) } : {})}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
        <TextArea
          label={t('rules.reason')}
          hint={t('rules.reasonHint')}
          name="reason"
          minLength={2}
          maxLength={100}
          required
        />
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
