'use client';

import type { CaseKind, Outcome } from '#server/cases/schema.ts';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';
import { RadioGroup, TextArea } from '../_ui/field.tsx';
import { Row, Stack } from '../_ui/page-head.tsx';

const outcomes: Record<CaseKind, Outcome[]> = {
  why: ['justified', 'unjustified'],
  glass: ['justified', 'unjustified'],
  correction: ['corrected', 'annotated', 'declined'],
  review: ['justified', 'unjustified'],
};

/** What was found, and the words that the person reads. */
export function AnswerForm(props: { residentId: string; caseId: string; kind: CaseKind; as: 'facility' | 'office' }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const { residentId, caseId, kind } = props;
  const send = async (data: FormData) => {
    const outcome = String(data.get(`outcome-${caseId}`)) as Outcome;
    const wish = { residentId, caseId, outcome, answer: String(data.get(`answer-${caseId}`) ?? '').trim() };
    const { answer, answerInArea } = trpc.cases;
    await run(() => (props.as === 'office' ? answerInArea : answer).mutate(wish));
  };
  return (
    <form action={(data) => void send(data)}>
      <Stack>
        <RadioGroup
          legend={t('privacy.work.outcome')}
          name={`outcome-${caseId}`}
          required
          columns
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
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('privacy.work.send')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
