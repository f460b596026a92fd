'use client';

import { useState } from 'react';
import {
  datedOutcomes,
  type FollowUpView,
  type Outcome,
  outcomesOf,
} from '#server/family-planning/schema/follow-up.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { RadioGroup, TextArea, TextField } from '../../../_ui/field.tsx';
import { Row } from '../../../_ui/page-head.tsx';
import { ReasonForm } from '../../../_ui/reason-form.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

/** `needed`: attempts before somebody may be called lost. */
type Props = { residentId: string; followUp: FollowUpView; needed: number };

/** Reached and answered, not reached this time, or lost; who is lost can be found again. */
export function FollowUpForm({ residentId, followUp, needed }: Props) {
  const { t } = useText();
  const which = { residentId, followUpId: followUp.id };
  const note = trpc.familyPlanning.desk.noteFollowUp;
  const again = useAction();
  if (followUp.state === 'lost')
    return (
      <>
        <FaultMessage trouble={again.trouble} />
        <Button
          look="second"
          working={again.working}
          onClick={() => void again.run(() => note.mutate({ ...which, act: 'found' }))}
        >
          {t('planning.followUp.found')}
        </Button>
      </>
    );
  return (
    <>
      <details className={css.details}>
        <summary>
          {t('planning.followUp.reached')}
          <span className="sr-only">{t(`planning.followUp.kind.${followUp.kind}`)}</span>
        </summary>
        <AnswerForm {...which} kind={followUp.kind} />
      </details>
      <details className={css.details}>
        <summary>
          {t('planning.followUp.notReached')}
          <span className="sr-only">{t(`planning.followUp.kind.${followUp.kind}`)}</span>
        </summary>
        <p className={css.why}>{t('planning.followUp.triedHint', { needed })}</p>
        <FaultMessage trouble={again.trouble} />
        <Row>
          <Button
            look="second"
            working={again.working}
            onClick={() => void again.run(() => note.mutate({ ...which, act: 'tried' }))}
          >
            {t('planning.followUp.triedSend')}
          </Button>
        </Row>
        <ReasonForm
          name={`lost-${followUp.id}`}
          summary={t('planning.followUp.lose')}
          label={t('planning.followUp.loseWhy')}
          hint={t('planning.followUp.loseHint')}
          send={t('planning.followUp.lose')}
          minLength={4}
          act={(words) => note.mutate({ ...which, act: 'lost', note: words })}
        />
      </details>
    </>
  );
}

type Which = { residentId: string; followUpId: string; kind: FollowUpView['kind'] };

function AnswerForm({ kind, ...which }: Which) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const choices: readonly Outcome[] = outcomesOf[kind];
  const dated = outcome !== null && datedOutcomes.includes(outcome);
  const name = (field: string) => `${field}-${which.followUpId}`;
  return (
    <SendForm
      act={async (words) => {
        if (!outcome) return null;
        const answer = { outcome, eventOn: dated ? words(name('event')) : null, note: words(name('note')) };
        return trpc.familyPlanning.desk.noteFollowUp.mutate({ ...which, act: 'done', ...answer });
      }}
      send={t('planning.followUp.send')}
      look="second"
    >
      <RadioGroup
        legend={t('planning.followUp.outcomeTitle')}
        name={name('outcome')}
        required
        choices={choices.map((value) => ({ value, label: t(`planning.outcome.${value}`) }))}
        onChoose={(value) => setOutcome(choices.find((one) => one === value) ?? null)}
      />
      {dated ? (
        <TextField
          label={t(`planning.followUp.eventOn.${kind === 'early' ? 'early' : 'outcome'}`)}
          name={name('event')}
          type="date"
          required
        />
      ) : null}
      <TextArea label={t('planning.followUp.words')} name={name('note')} rows={2} maxLength={500} />
    </SendForm>
  );
}
