'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { AskingForm } from '../../_ui/asking-form.tsx';
import { RadioGroup, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';

const verdicts = ['harmless', 'watch', 'pursue'] as const;

export function JudgeFlag({ flagId }: { flagId: string }) {
  const { t } = useText();
  const judge = (words: Words) => {
    const verdict = verdicts.find((one) => one === words(`verdict-${flagId}`)) ?? 'watch';
    return trpc.behaviour.review.mutate({ flagId, verdict, note: words(`note-${flagId}`) });
  };
  return (
    <AskingForm small label={t('behaviour.judge')} title={t('behaviour.judge')} yes={t('behaviour.save')} act={judge}>
      <RadioGroup
        legend={t('behaviour.verdict')}
        name={`verdict-${flagId}`}
        required
        choices={verdicts.map((value) => ({ value, label: t(`behaviour.verdicts.${value}`) }))}
      />
      <TextField
        label={t('behaviour.note')}
        hint={t('behaviour.noteHint')}
        name={`note-${flagId}`}
        minLength={2}
        maxLength={200}
        required
      />
    </AskingForm>
  );
}
