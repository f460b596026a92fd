'use client';

import { type Part, type Reading, type ResultView, rangeOf } from '#server/family-planning/schema/items.ts';
import { useText } from '../../../../../_text/client-text.tsx';
import { SelectField, TextField } from '../../../../../_ui/field.tsx';

type Props = { reading: Reading; part: Part; result: ResultView | undefined };

/** One reading: a number with its range beside it, or one of a few words. What is noted says how it stands. */
export function ReadingField({ reading, part, result }: Props) {
  const { t } = useText();
  const label = t(`planning.reading.${reading.code as 'history'}`);
  const noted = result
    ? [t(`planning.flag.${result.flag}`), result.revision > 1 ? t('planning.check.corrected') : '']
    : [];
  if (reading.kind === 'choice')
    return (
      <SelectField
        label={label}
        hint={noted.filter(Boolean).join(' · ') || undefined}
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
      label={`${label}（${reading.unit}）`}
      hint={[t('planning.check.range', { low, high }), ...noted].filter(Boolean).join(' · ')}
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
