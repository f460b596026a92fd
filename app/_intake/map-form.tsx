'use client';

import { useId, useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { SelectField, TextField } from '../_ui/field.tsx';
import type { Words } from '../_ui/form-words.ts';
import { SendForm } from '../_ui/send-form.tsx';

type Props = { own: { system: string; code: string }; label: string; result: boolean };
const kinds = { result: ['loinc'], diagnosis: ['icd10China', 'icd10'] } as const;

/** Says what one code of the hospital means; entries that carry it are read again. */
export function MapForm({ own, label, result }: Props) {
  const { t } = useText();
  const [saved, setSaved] = useState(false);
  const offered = kinds[result ? 'result' : 'diagnosis'];
  const id = useId();
  const save = (words: Words) => {
    const kind = offered.find((one) => one === words(`kind-${id}`)) ?? offered[0];
    const target = { targetCode: words(`code-${id}`), targetName: words(`name-${id}`) };
    return trpc.hisSync.intake.map.mutate({ ...own, kind, ...target });
  };
  if (saved) return <p role="status">{t('intake.gaps.saved')}</p>;
  return (
    <details>
      <summary>{t('intake.gaps.map')}</summary>
      <SendForm stacked small wide send={t('intake.gaps.save')} act={save} onDone={() => setSaved(true)}>
        <SelectField
          label={t('intake.gaps.kind')}
          name={`kind-${id}`}
          choices={offered.map((value) => ({ value, label: t(`intake.gaps.kinds.${value}`) }))}
        />
        <TextField
          label={t('intake.gaps.code')}
          hint={t('intake.gaps.codeHint')}
          name={`code-${id}`}
          pattern={result ? '\\d{1,7}-\\d' : '[A-Z]\\d{2}.{0,9}'}
          maxLength={20}
          required
          short
        />
        <TextField label={t('intake.gaps.name')} name={`name-${id}`} defaultValue={label} maxLength={100} required />
      </SendForm>
    </details>
  );
}
