'use client';

import { useId, useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';
import { SelectField, TextField } from '../_ui/field.tsx';
import { Stack } from '../_ui/page-head.tsx';

type Props = { own: { system: string; code: string }; label: string; result: boolean };
const kinds = { result: ['loinc'], diagnosis: ['icd10China', 'icd10'] } as const;

/** Says what one code of the hospital means; entries that carry it are read again. */
export function MapForm({ own, label, result }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState(false);
  const offered = kinds[result ? 'result' : 'diagnosis'];
  const id = useId();
  const send = async (data: FormData) => {
    const kind = offered.find((one) => one === data.get(`kind-${id}`)) ?? offered[0];
    const targetCode = String(data.get(`code-${id}`) ?? '').trim();
    const targetName = String(data.get(`name-${id}`) ?? '').trim();
    const done = await run(async () => {
      await trpc.hisSync.intake.map.mutate({ ...own, kind, targetCode, targetName });
      return true;
    });
    if (done) setSaved(true);
  };
  if (saved) return <p role="status">{t('intake.gaps.saved')}</p>;
  return (
    <details>
      <summary>{t('intake.gaps.map')}</summary>
      <form action={(data) => void send(data)}>
        <Stack>
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
          <FaultMessage trouble={trouble} />
          <Button type="submit" small working={working}>
            {t('intake.gaps.save')}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
