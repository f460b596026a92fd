'use client';

import Form from 'next/form';
import { useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import css from './choose.module.css';
import { type Choice, components, levelOf, levels } from './choose-path.ts';

/** What counts for this person: four questions of three answers. Each change reorders; without script a button does. */
export function WeighForm({ choice }: { choice: Choice }) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form action="/care/choose" ref={form} scroll={false} replace className={css.weigh}>
      <h2>{t('care.weigh')}</h2>
      <p className={css.fine}>{t('care.weighLead')}</p>
      <KeptFields choice={choice} but="weights" />
      {components.map((component) => (
        <fieldset key={component}>
          <legend>{t(`care.weights.${component}`)}</legend>
          <div className={css.levels}>
            {Object.entries(levels).map(([level, weight]) => (
              <label key={level}>
                <input
                  type="radio"
                  name={component}
                  value={weight}
                  defaultChecked={levelOf(choice.weights[component]) === level}
                  onChange={() => form.current?.requestSubmit()}
                />
                <span>{t(`care.levels.${level as 'none'}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <noscript>
        <Button type="submit" look="second" wide>
          {t('care.reorder')}
        </Button>
      </noscript>
    </Form>
  );
}

/** What the address holds besides what this form changes. */
export function KeptFields({ choice, but }: { choice: Choice; but: 'weights' | 'region' }) {
  const kept: [string, string | number][] = [
    ['code', choice.code],
    ['person', choice.person],
    ['view', choice.view === 'map' ? 'map' : ''],
    ...(but === 'region' ? components.map((name) => [name, choice.weights[name]] as [string, number]) : []),
    ...(but === 'weights' ? [['region', choice.region] as [string, string]] : []),
  ];
  return kept
    .filter(([, value]) => value !== '')
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
