'use client';

import type { Answer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { CallLink, ResultHead } from './result-head.tsx';
import { Told } from './told.tsx';

type Crisis = Extract<Answer, { kind: 'crisis' }>;

/** A voice at the other end, not a list of clinics (E17). No reasons are read out to somebody who despairs. */
export function CrisisResult({ answer, ...rest }: ResultProps<Crisis>) {
  const { t, f, locale } = useText();
  const { hotline } = answer;
  return (
    <div className={css.result} data-testid="crisis">
      <ResultHead title={t('care.crisis.title')} lead={t('care.crisis.lead')} tone="calm" />
      <CallLink number={hotline.number}>
        {t('care.crisis.call', { number: hotline.number })}
        <span>
          {t('care.crisis.line', { name: inLanguage(hotline.name, locale), about: inLanguage(hotline.reason, locale) })}
        </span>
      </CallLink>
      <section>
        <h2>{t('care.crisis.now')}</h2>
        <p>{t('care.crisis.nowLead')}</p>
        <CallLink number="120" tone="stop">
          {t('care.call120')}
        </CallLink>
      </section>
      <ul className={css.steps}>
        {(['someone', 'away', 'later'] as const).map((step) => (
          <li key={step}>{t(`care.crisis.steps.${step}`)}</li>
        ))}
      </ul>
      <p>{t('care.crisis.helper')}</p>
      <p className={css.fine}>
        {t('care.crisis.source', { source: hotline.source, date: f.dayLong(hotline.validFrom) })}
      </p>
      <Told {...rest} />
    </div>
  );
}
