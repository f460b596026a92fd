'use client';

import type { z } from 'zod';
import { type rulesOutput, setRulesInput } from '#server/schedules/schema/console.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextArea, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';
import { groupNames, ruleFields, ruleGroups, ruleValue } from './rule-fields.ts';
import { RuleInput, readRule } from './rule-input.tsx';
import own from './rules.module.css';

type Rules = z.infer<typeof rulesOutput>;
type Props = { today: Rules['today']; bounds: Rules['bounds']; earliest: string; blocked: string | null };

/** New rules from a coming day on, and why; each box names its provincial bounds. */
export function RulesForm({ today, bounds, earliest, blocked }: Props) {
  const { t, f } = useText();
  const set = (words: Words, data: FormData) => {
    const wish = setRulesInput.parse({
      ...{ effectiveFrom: words('effectiveFrom'), reason: words('reason') },
      ...Object.fromEntries(ruleFields.map((field) => [field, readRule(data, field, today[field])])),
    });
    return trpc.schedules.setRules.mutate(wish);
  };
  return (
    <SendForm
      keep
      blocked={blocked}
      send={t('plan.rules.save')}
      act={set}
      said={(_, words) => t('plan.rules.saved', { date: f.day(words('effectiveFrom')) })}
    >
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
    </SendForm>
  );
}
