'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';
import type { Visit } from './step-table.tsx';

const kinds = ['test', 'return', 'pay', 'pharmacy', 'other'] as const;
type Kind = (typeof kinds)[number];

/** One more step at the end; where it happens is found from its kind unless somebody knows better. */
export function AddStep({ visit }: { visit: Visit }) {
  const { t, locale } = useText();
  const { run, working, trouble } = useAction();
  const [kind, setKind] = useState<Kind>('test');
  const [said, setSaid] = useState('');
  const word = (words: { zh: string; en: string }) => (locale === 'en' && words.en ? words.en : words.zh);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    setSaid('');
    const wish = { appointmentId: visit.appointmentId, kind, test: kind === 'test' ? text('test') : '' };
    const added = await run(() =>
      trpc.navigation.arrive.addStep.mutate({ ...wish, label: text('label'), placeId: text('place') || null }),
    );
    if (!added) return;
    form.reset();
    setKind('test');
    setSaid(t('places.visit.added'));
  }
  const choose = { value: '', label: t('places.visit.chooseTest') };
  const auto = { value: '', label: t('places.visit.auto') };
  return (
    <form onSubmit={submit}>
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
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('places.visit.go')}
        </Button>
        <span role="status" className={css.saved}>
          {said}
        </span>
      </div>
    </form>
  );
}
