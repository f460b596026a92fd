'use client';

import type { Answer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { DoorList } from './door-list.tsx';
import { FlagReasons } from './flag-reasons.tsx';
import { NearForm } from './near-form.tsx';
import { CallLink, ResultHead } from './result-head.tsx';
import { Told } from './told.tsx';

type Emergency = Extract<Answer, { kind: 'emergency' }>;
const steps = ['stay', 'tell', 'fast', 'press', 'door'] as const;

/** 120, what to do until they come, and where the nearest open emergency department is. Nothing here books. */
export function EmergencyResult({ answer, ...rest }: ResultProps<Emergency>) {
  const { t, locale } = useText();
  const { hotline } = answer;
  return (
    <div className={css.result} data-testid="emergency">
      <ResultHead title={t('care.emergency.title')} lead={t('care.emergency.lead')} tone="stop" />
      <CallLink number={answer.call} tone="stop">
        {t('care.emergency.call')}
      </CallLink>
      <FlagReasons flags={answer.flags} title={t('care.emergency.why')} />
      {hotline ? (
        <CallLink number={hotline.number}>
          {t('care.crisis.call', { number: hotline.number })}
          <span>
            {t('care.crisis.line', {
              name: inLanguage(hotline.name, locale),
              about: inLanguage(hotline.reason, locale),
            })}
          </span>
        </CallLink>
      ) : null}
      <section>
        <h2>{t('care.emergency.meanwhile')}</h2>
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step}>{t(`care.emergency.steps.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t(answer.origin ? 'care.emergency.doors' : 'care.emergency.doorsAll')}</h2>
        <NearForm origin={answer.origin} {...rest} />
        <DoorList doors={answer.doors} empty={t('care.emergency.none')} />
      </section>
      <p className={css.fine}>{t('care.emergency.mistake')}</p>
      <Told {...rest} />
    </div>
  );
}
