'use client';

import type { ReactNode } from 'react';
import { type Part, type Reading, type ResultView, rangeOf } from '#server/family-planning/schema/items.ts';
import { useText } from '../../../../../_text/client-text.tsx';
import { StatusBadge } from '../../../../../_ui/callout.tsx';
import { SelectField, TextField } from '../../../../../_ui/field.tsx';

type Props = { reading: Reading; part: Part; result: ResultView | undefined };

/** One reading: a number with its range beside it, or one of a few words. What is noted says how it stands. */
export function ReadingField({ reading, part, result }: Props) {
  const { t } = useText();
  const label = t(`planning.reading.${reading.code as 'history'}`);
  const corrected = result && result.revision > 1 ? t('planning.check.corrected') : '';
  const odd =
    result && result.flag !== 'normal' ? (
      <StatusBadge tone="wait">{t(`planning.flag.${result.flag}`)}</StatusBadge>
    ) : null;
  if (reading.kind === 'choice')
    return (
      <SelectField
        label={label}
        hint={odd || corrected ? <Hint words={corrected} odd={odd} /> : undefined}
        name={reading.code}
        defaultValue={result?.value ?? ''}
        choices={[
          { value: '', label: t('planning.check.notYet') },
          ...reading.values.map((value) => ({ value, label: t(`planning.value.${value as 'given'}`) })),
        ]}
      />
    );
  const [low, high] = rangeOf(reading, part);
  return (
    <TextField
      label={label}
      hint={
        <Hint
          words={[t('planning.check.range', { low, high, unit: reading.unit }), corrected].filter(Boolean).join(' · ')}
          odd={odd}
        />
      }
      name={reading.code}
      inputMode="decimal"
      pattern="\d{1,4}(\.\d{1,3})?"
      title={t('planning.check.numberRule')}
      autoComplete="off"
      maxLength={9}
      defaultValue={result?.value ?? ''}
    />
  );
}

const Hint = ({ words, odd }: { words: string; odd: ReactNode }) => (
  <>
    {words} {odd}
  </>
);
