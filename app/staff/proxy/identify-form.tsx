'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { consent } from '#server/booking/schema/proxy.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { RadioGroup, TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

/** Name and number as on the identity card, and how the person agreed. Who is new is registered by this step. */
export function IdentifyForm() {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const how = consent.parse(text('consent'));
    const wish = { name: text('name'), idNumber: text('id-number'), phone: text('phone') || null, consent: how };
    const asked = await run(() => trpc.proxy.identify.mutate(wish), { refresh: false });
    if (!asked) return;
    const query = new URLSearchParams({ ask: asked.ask, ...(asked.registered ? { registered: '1' } : {}) });
    router.push(`/staff/proxy/for?${query}`);
  }
  return (
    <form onSubmit={submit}>
      <div className={`${css.fields} ${css.fields3}`}>
        <TextField label={t('proxy.name')} name="name" autoComplete="off" minLength={2} maxLength={40} required />
        <TextField
          label={t('proxy.idNumber')}
          name="id-number"
          autoComplete="off"
          minLength={15}
          maxLength={20}
          required
        />
        <TextField
          label={t('proxy.phone')}
          name="phone"
          type="tel"
          inputMode="numeric"
          autoComplete="off"
          pattern="1[3-9][0-9]{9}"
          title={t('proxy.phoneRule')}
        />
      </div>
      <RadioGroup
        legend={t('proxy.consent.legend')}
        name="consent"
        required
        choices={consent.options.map((value) => ({
          value,
          label: t(`proxy.consent.${value}.label`),
          hint: t(`proxy.consent.${value}.hint`),
        }))}
      />
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('proxy.identify')}
        </Button>
        <span className={css.why}>{t('proxy.identifyHint')}</span>
      </div>
    </form>
  );
}
