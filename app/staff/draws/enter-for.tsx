'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { RadioGroup, SelectField, TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

type Props = { draws: { value: string; label: string }[]; chosen: string | null };
type Saved = { residentName: string; receipt: string; fresh: boolean };

/** A request for somebody at the desk or on the phone. Sent twice it is still one. */
export function EnterFor({ draws, chosen }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState<Saved | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const [facilityId = '', sessionId = ''] = text('draw').split(' ');
    setSaved(null);
    const done = await run(() =>
      trpc.draws.enterFor.mutate({
        ...{ facilityId, sessionId, residentName: text('entry-name'), residentIdNumber: text('entry-id') },
        asked: text('asked') === 'by-phone' ? 'by-phone' : 'in-person',
      }),
    );
    if (!done) return;
    setSaved(done);
    form.reset();
  }
  return (
    <form onSubmit={submit}>
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
      <FaultMessage trouble={trouble} />
      {saved ? (
        <Callout tone="good" alert>
          <p>
            {t(saved.fresh ? 'draw.saved' : 'draw.savedBefore', { name: saved.residentName, receipt: saved.receipt })}
          </p>
        </Callout>
      ) : null}
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('draw.save')}
        </Button>
      </div>
    </form>
  );
}
