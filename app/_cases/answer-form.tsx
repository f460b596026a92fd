'use client';

import type { CaseKind, Outcome } from '#server/cases/schema.ts';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { RadioGroup, TextArea } from '../_ui/field.tsx';
import type { Words } from '../_ui/form-words.ts';
import { SendForm } from '../_ui/send-form.tsx';

const outcomes: Record<CaseKind, Outcome[]> = {
  why: ['justified', 'unjustified'],
  glass: ['justified', 'unjustified'],
  correction: ['corrected', 'annotated', 'declined'],
  review: ['justified', 'unjustified'],
};

/** What was found, and the words that the person reads. */
export function AnswerForm(props: { residentId: string; caseId: string; kind: CaseKind; as: 'facility' | 'office' }) {
  const { t } = useText();
  const { residentId, caseId, kind } = props;
  const send = (words: Words) => {
    const outcome = words(`outcome-${caseId}`) as Outcome;
    const { answer, answerInArea } = trpc.cases;
    const wish = { residentId, caseId, outcome, answer: words(`answer-${caseId}`) };
    return (props.as === 'office' ? answerInArea : answer).mutate(wish);
  };
  return (
    <SendForm stacked send={t('privacy.work.send')} act={send}>
      <RadioGroup
        legend={t('privacy.work.outcome')}
        name={`outcome-${caseId}`}
        required
        choices={outcomes[kind].map((value) => ({ value, label: t(`privacy.case.outcome.${value}`) }))}
      />
      <TextArea
        label={t('privacy.work.answer')}
        hint={t('privacy.work.answerHint')}
        name={`answer-${caseId}`}
        minLength={4}
        maxLength={500}
        required
      />
    </SendForm>
  );
}
