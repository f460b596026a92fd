'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';
import type { Visit } from './step-table.tsx';

const kinds = ['test', 'return', 'pay', 'pharmacy', 'other'] as const;
type Kind = (typeof kinds)[number];

/** One more step at the end; where it happens is found from its kind unless somebody knows better. */
export function AddStep({ visit }: { visit: Visit }) {
  const { t, locale } = useText();
  const [kind, setKind] = useState<Kind>('test');
  const word = (words: { zh: string; en: string }) => (locale === 'en' && words.en ? words.en : words.zh);

  const add = (words: Words) =>
    trpc.navigation.arrive.addStep.mutate({
      ...{ appointmentId: visit.appointmentId, kind: words('kind') as Kind, test: words('test') },
      ...{ label: words('label'), placeId: words('place') || null },
    });
  const choose = { value: '', label: t('places.visit.chooseTest') };
  const auto = { value: '', label: t('places.visit.auto') };
  return (
    <SendForm send={t('places.visit.go')} act={add} onDone={() => setKind('test')} said={() => t('places.visit.added')}>
      <div className={css.fields}>
        <SelectField
          label={t('places.visit.kind')}
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
          choices={kinds.map((value) => ({ value, label: t(`arrive.day.kind.${value}`) }))}
        />
        {kind === 'test' ? (
          <SelectField
            label={t('places.visit.test')}
            name="test"
            choices={[choose, ...visit.tests.map((test) => ({ value: test.code, label: word(test.name) }))]}
          />
        ) : null}
        <TextField label={t('places.visit.label')} name="label" maxLength={60} autoComplete="off" />
        <SelectField
          label={t('places.visit.place')}
          name="place"
          choices={[auto, ...visit.places.map((place) => ({ value: place.id, label: word(place.name) }))]}
        />
      </div>
    </SendForm>
  );
}
