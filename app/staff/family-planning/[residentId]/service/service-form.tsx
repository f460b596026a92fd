'use client';

import { useState } from 'react';
import type { Condition, ConditionGroup } from '#server/family-planning/eligibility/conditions.ts';
import type { Method } from '#server/family-planning/schema/methods.ts';
import { type MethodVerdict, needs, recordServiceInput } from '#server/family-planning/schema/service.ts';
import type { Stock } from '#server/family-planning/schema/stock.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { troubleOf } from '../../../../_trpc/trouble.ts';
import { RadioGroup, SelectField, TextField } from '../../../../_ui/field.tsx';
import type { Words } from '../../../../_ui/form-words.ts';
import { SendForm } from '../../../../_ui/send-form.tsx';
import css from '../../../staff.module.css';
import { Conditions } from './conditions.tsx';
import { ExitFields } from './exit-fields.tsx';

type Props = {
  residentId: string;
  today: string;
  groups: { group: ConditionGroup; conditions: readonly Condition[] }[];
  methods: readonly Method[];
  using: Method | undefined;
  /** What the place keeps a book of. */
  kept: Stock['items'];
};
const shape = recordServiceInput.shape;

/** What was typed stays when saving is refused; the key makes a second save the same service. */
export function ServiceForm({ residentId, today, groups, methods, using, kept }: Props) {
  const { t } = useText();
  const [key] = useState(() => crypto.randomUUID());
  const [ticked, setTicked] = useState<string[]>([]);
  const [verdicts, setVerdicts] = useState<MethodVerdict[]>([]);
  const [asked, setAsked] = useState(false);

  const save = (words: Words) =>
    trpc.familyPlanning.desk.recordService
      .mutate({ residentId, key, conditions: ticked, ...serviceOf(words) })
      .catch((error: unknown) => {
        setAsked(askedFor.includes(troubleOf(error)?.rule ?? ''));
        throw error;
      });
  return (
    <SendForm act={save} to={() => `/staff/family-planning/${residentId}#services`} send={t('planning.service.send')}>
      <div className={css.fields}>
        <TextField
          label={t('planning.service.servedOn')}
          name="served-on"
          type="date"
          max={today}
          defaultValue={today}
          required
        />
        <SelectField
          label={t('planning.service.desired')}
          name="desired"
          defaultValue={using ?? 'condom'}
          choices={methods.map((value) => ({ value, label: t(`planning.method.${value}`) }))}
        />
      </div>
      <RadioGroup
        legend={t('planning.service.needTitle')}
        name="need"
        value={using ? 'continue' : 'start'}
        columns
        choices={needs.map((value) => ({ value, label: t(`planning.service.need.${value}`) }))}
      />
      <Conditions residentId={residentId} groups={groups} ticked={ticked} onTick={setTicked} onJudged={setVerdicts} />
      <div className={css.apart}>
        <ExitFields methods={methods} using={using} kept={kept} verdicts={verdicts} asked={asked} />
      </div>
    </SendForm>
  );
}

/** Refusals that ask for what the form did not show. */
const askedFor = ['planning-clinician-needed', 'planning-reason-needed'];

function serviceOf(words: Words) {
  return {
    ...{ servedOn: words('served-on'), need: shape.need.parse(words('need')), quantity: Number(words('quantity')) },
    desiredMethod: shape.desiredMethod.parse(words('desired')),
    method: shape.method.parse(words('method')),
    agreed: shape.agreed.parse(words('agreed')),
    ...{ clinician: words('clinician'), clinicianReason: words('reason'), lot: words('lot'), note: words('note') },
  };
}
