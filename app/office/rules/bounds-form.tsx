'use client';

import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { type boundsView, setBoundsInput } from '#server/schedules/schema/province-rules.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextArea, TextField } from '../../_ui/field.tsx';
import { Row, Stack } from '../../_ui/page-head.tsx';
import { groupNames, ruleFields, ruleGroups } from '../../staff/rules/rule-fields.ts';
import { RuleInput, readRule } from '../../staff/rules/rule-input.tsx';
import css from './bounds.module.css';

type Props = { bounds: z.infer<typeof boundsView>; earliest: string };
const ends = ['min', 'max'] as const;
const endWords = { min: 'rules.office.least', max: 'rules.office.most' } as const;

/** New bounds from a coming day on, and why. */
export function BoundsForm({ bounds, earliest }: Props) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const effectiveFrom = String(data.get('effectiveFrom'));
    const read = (field: (typeof ruleFields)[number]) =>
      Object.fromEntries(ends.map((end) => [end, readRule(data, `${field}-${end}`, bounds[field][end])]));
    const wish = setBoundsInput.parse({
      ...{ effectiveFrom, reason: String(data.get('reason')) },
      bounds: Object.fromEntries(ruleFields.map((field) => [field, read(field)])),
    });
    setSaved('');
    if (await run(() => trpc.rules.setBounds.mutate(wish)))
      setSaved(t('rules.office.saved', { date: f.day(effectiveFrom) }));
  }
  return (
    <form onSubmit={submit}>
      <Stack>
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
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('rules.office.save')}
          </Button>
          <span role="status">{saved}</span>
        </Row>
      </Stack>
    </form>
  );
}
