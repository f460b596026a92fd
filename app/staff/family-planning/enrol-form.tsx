'use client';

import { enrolInput, says } from '#server/family-planning/schema/desk.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { CheckField, RadioGroup } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import { CardFields, cardOf } from '../card-fields.tsx';

/** The card and the person's word: from here on this facility serves them, and the sheet opens. */
export function EnrolForm() {
  const { t } = useText();
  return (
    <SendForm
      act={(words) =>
        trpc.familyPlanning.desk.enrol.mutate({
          ...cardOf(words),
          said: enrolInput.shape.said.parse(words('said')),
          migrant: words('migrant') !== '',
        })
      }
      to={({ residentId }) => `/staff/family-planning/${residentId}`}
      send={t('planning.enrol.send')}
      hint={t('planning.enrol.hint')}
    >
      <CardFields />
      <RadioGroup
        legend={t('planning.enrol.legend')}
        name="said"
        required
        choices={says.map((value) => ({ value, label: t(`planning.enrol.said.${value}`) }))}
      />
      <CheckField label={t('planning.enrol.migrant')} name="migrant" />
    </SendForm>
  );
}
