'use client';

import type { z } from 'zod';
import { type boundsView, setBoundsInput } from '#server/schedules/schema/province-rules.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextArea, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { Row } from '../../_ui/page-head.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import { groupNames, ruleFields, ruleGroups } from '../../staff/rules/rule-fields.ts';
import { RuleInput, readRule } from '../../staff/rules/rule-input.tsx';
import css from './bounds.module.css';

type Props = { bounds: z.infer<typeof boundsView>; earliest: string };
const ends = ['min', 'max'] as const;
const endWords = { min: 'rules.office.least', max: 'rules.office.most' } as const;

/** New bounds from a coming day on, and why. */
export function BoundsForm({ bounds, earliest }: Props) {
  const { t, f } = useText();
  const set = (words: Words, data: FormData) => {
    const read = (field: (typeof ruleFields)[number]) =>
      Object.fromEntries(ends.map((end) => [end, readRule(data, `${field}-${end}`, bounds[field][end])]));
    const wish = setBoundsInput.parse({
      ...{ effectiveFrom: words('effectiveFrom'), reason: words('reason') },
      bounds: Object.fromEntries(ruleFields.map((field) => [field, read(field)])),
    });
    return trpc.rules.setBounds.mutate(wish);
  };
  return (
    <SendForm
      stacked
      keep
      send={t('rules.office.save')}
      act={set}
      said={(_, words) => t('rules.office.saved', { date: f.day(words('effectiveFrom')) })}
    >
      <TextField
        label={t('rules.office.effectiveFrom')}
        name="effectiveFrom"
        type="date"
        min={earliest}
        defaultValue={earliest}
        required
      />
      {groupNames.map((group) => (
        <details key={group} className={css.group}>
          <summary>{t(`rules.group.${group}`)}</summary>
          {ruleGroups[group].map((field) => (
            <fieldset key={field}>
              <legend>{t(`rules.field.${field}`)}</legend>
              <Row>
                {ends.map((end) => (
                  <RuleInput key={end} name={`${field}-${end}`} label={t(endWords[end])} value={bounds[field][end]} />
                ))}
              </Row>
            </fieldset>
          ))}
        </details>
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
