'use client';

import type { Answer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { Callout } from '../../_ui/callout.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { DoorList } from './door-list.tsx';
import { NearForm } from './near-form.tsx';
import { CallLink, ResultHead } from './result-head.tsx';
import { Told } from './told.tsx';

type Fever = Extract<Answer, { kind: 'fever' }>;

/** Fever where an outbreak is on: the area's own rule comes before any clinic (E18, A44). */
export function FeverResult({ answer, ...rest }: ResultProps<Fever>) {
  const { t, f, locale } = useText();
  const { notice } = answer;
  return (
    <div className={css.result} data-testid="fever">
      <ResultHead title={t('care.fever.title')} lead={t(`care.fever.action.${notice.action}`)} tone="calm" />
      <Callout tone="wait" title={t('care.fever.notice', { region: notice.regionName, disease: notice.disease })}>
        <p>{inLanguage(notice.advice, locale)}</p>
        <p className={css.fine}>
          {t('care.fever.until', { from: f.dayLong(notice.validFrom), to: f.dayLong(notice.validTo) })}
          {notice.sample ? ` · ${t('kit.sample')}` : ''}
        </p>
      </Callout>
      {notice.phone ? <CallLink number={notice.phone}>{t('care.door.call', { phone: notice.phone })}</CallLink> : null}
      <ul className={css.steps}>
        <li>{t('care.fever.worse')}</li>
        <li>{t('care.fever.mask')}</li>
      </ul>
      {notice.action === 'stay_home' ? null : (
        <section>
          <h2>{t('care.fever.doors')}</h2>
          <NearForm origin={answer.origin} {...rest} />
          <DoorList doors={answer.doors} empty={t('care.openEmpty')} />
        </section>
      )}
      <Told {...rest} />
    </div>
  );
}
