'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

/** Name and number as on the card: both, so that neither can be tried out alone. */
export function FindByCard() {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const wish = { name: text('name'), idNumber: text('id-number') };
    const found = await run(() => trpc.records.findPatient.mutate(wish), { refresh: false });
    if (found) router.push(`/staff/records/${found.residentId}`);
  };
  return (
    <form action={(data) => void send(data)}>
      <div className={css.fields}>
        <TextField label={t('patient.name')} name="name" autoComplete="off" minLength={2} maxLength={40} required />
        <TextField
          label={t('patient.idNumber')}
          name="id-number"
          autoComplete="off"
          minLength={15}
          maxLength={20}
          required
        />
      </div>
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" working={working}>
          {t('patient.find')}
        </Button>
        <span className={css.why}>{t('patient.findHint')}</span>
      </div>
    </form>
  );
}

export function FindByCode() {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const code = String(data.get('code') ?? '').trim();
    const found = await run(() => trpc.consents.redeemCode.mutate({ code }), { refresh: false });
    if (found) router.push(`/staff/records/${found.residentId}`);
  };
  return (
    <form action={(data) => void send(data)}>
      <TextField label={t('patient.code')} name="code" autoComplete="off" minLength={6} maxLength={20} required short />
      <FaultMessage trouble={trouble} />
      <Button type="submit" look="second" working={working}>
        {t('patient.redeem')}
      </Button>
    </form>
  );
}
