'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextField } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

const toRecord = (found: { residentId: string }) => `/staff/records/${found.residentId}`;

/** Name and number as on the card: both, so that neither can be tried out alone. */
export function FindByCard() {
  const { t } = useText();
  return (
    <SendForm
      send={t('patient.find')}
      hint={t('patient.findHint')}
      act={(words) => trpc.records.findPatient.mutate({ name: words('name'), idNumber: words('id-number') })}
      to={toRecord}
    >
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
    </SendForm>
  );
}

export function FindByCode() {
  const { t } = useText();
  return (
    <SendForm
      look="second"
      send={t('patient.redeem')}
      act={(words) => trpc.consents.redeemCode.mutate({ code: words('code') })}
      to={toRecord}
    >
      <TextField label={t('patient.code')} name="code" autoComplete="off" minLength={6} maxLength={20} required short />
    </SendForm>
  );
}
