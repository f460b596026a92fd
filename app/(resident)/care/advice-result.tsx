'use client';

import type { AdviceAnswer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { AdviceFoot } from './advice-foot.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { choosePath } from './choose/choose-path.ts';
import { DecidingQuestion } from './deciding-question.tsx';
import { DepartmentList, GeneralPractice } from './department-list.tsx';
import { FlagReasons } from './flag-reasons.tsx';
import { NearForm } from './near-form.tsx';
import { ResultHead } from './result-head.tsx';
import { TierPanel } from './tier-panel.tsx';
import { Told } from './told.tsx';

/** At most three departments with their reasons, how sure we are, one question, and where to begin. */
export function AdviceResult({ answer, ...rest }: ResultProps<AdviceAnswer>) {
  const { t, locale } = useText();
  const { departments, general } = answer;
  const person = rest.patients.find(({ id }) => id === rest.wish.who)?.id ?? '';
  const region = answer.origin?.kind === 'area' ? answer.origin.regionCode : '';
  const href = (code: string) => choosePath({ code, person, region });
  const note = (chosen: string, rank: 1 | 2 | 3 | 9) =>
    void trpc.navigation.noteChoice
      .mutate({ advised: departments[0]?.code ?? '', chosen, rank, sureness: answer.sureness })
      .catch(() => {});
  return (
    <div className={css.result} data-testid="advice">
      <ResultHead
        title={t(departments.length > 1 ? 'care.adviceTitles' : 'care.adviceTitle')}
        lead={t(`care.surenessLead.${answer.sureness}`)}
      />
      <Told {...rest} />
      <FlagReasons flags={answer.flags} title={t('care.flagNote')} />
      {answer.ask ? <DecidingQuestion ask={answer.ask} {...rest} /> : null}
      <DepartmentList departments={departments} hrefOf={href} onGo={note} />
      {general ? (
        <GeneralPractice
          href={href(general.code)}
          reason={inLanguage(general.reason, locale)}
          onGo={() => note(general.code, 9)}
        />
      ) : null}
      {answer.tier ? (
        <TierPanel
          tier={answer.tier}
          known={answer.origin !== null}
          near={answer.origin ? null : <NearForm origin={null} {...rest} />}
        />
      ) : null}
      <AdviceFoot />
    </div>
  );
}
