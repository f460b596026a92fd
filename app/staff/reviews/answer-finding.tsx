'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { ReasonForm } from '../../_ui/reason-form.tsx';

/** What was mended, or why it is right as it is. */
export function AnswerFinding({ id }: { id: string }) {
  const { t } = useText();
  return (
    <ReasonForm
      name={`answer-${id}`}
      summary={t('review.own.answer')}
      label={t('review.own.answer')}
      hint={t('review.own.answerHint')}
      send={t('review.own.send')}
      minLength={4}
      act={(comment) => trpc.reviews.answer.mutate({ id, comment })}
    />
  );
}
