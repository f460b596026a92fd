'use client';

import { useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { Callout } from '../../_ui/callout.tsx';
import { RadioGroup, SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

type Props = { draws: { value: string; label: string }[]; chosen: string | null };
type Saved = { residentName: string; receipt: string; fresh: boolean };

/** A request for somebody at the desk or on the phone. Sent twice it is still one. */
export function EnterFor({ draws, chosen }: Props) {
  const { t } = useText();
  const [saved, setSaved] = useState<Saved | null>(null);
  const enter = (words: Words) => {
    const [facilityId = '', sessionId = ''] = words('draw').split(' ');
    setSaved(null);
    return trpc.draws.enterFor.mutate({
      ...{ facilityId, sessionId, residentName: words('entry-name'), residentIdNumber: words('entry-id') },
      asked: words('asked') === 'by-phone' ? 'by-phone' : 'in-person',
    });
  };
  return (
    <SendForm send={t('draw.save')} act={enter} onDone={setSaved}>
      <SelectField
        label={t('draw.session')}
        name="draw"
        defaultValue={draws.find((draw) => chosen && draw.value.endsWith(chosen))?.value ?? draws[0]?.value}
        choices={draws}
      />
      <div className={css.fields}>
        <TextField label={t('draw.name')} name="entry-name" autoComplete="off" minLength={2} maxLength={40} required />
        <TextField
          label={t('draw.idNumber')}
          name="entry-id"
          autoComplete="off"
          minLength={15}
          maxLength={20}
          required
        />
      </div>
      <RadioGroup
        legend={t('draw.asked')}
        name="asked"
        columns
        value="in-person"
        choices={[
          { value: 'in-person', label: t('draw.inPerson') },
          { value: 'by-phone', label: t('draw.byPhone') },
        ]}
      />
      {saved ? (
        <Callout tone="good" alert>
          <p>
            {t(saved.fresh ? 'draw.saved' : 'draw.savedBefore', { name: saved.residentName, receipt: saved.receipt })}
          </p>
        </Callout>
      ) : null}
    </SendForm>
  );
}
