'use client';

import { useText } from '../_text/client-text.tsx';
import { TextField } from '../_ui/field.tsx';
import type { Words } from '../_ui/form-words.ts';
import css from './staff.module.css';

/** What stands on the identity card, and a number to call: whoever is new is registered with them. */
export function CardFields() {
  const { t } = useText();
  return (
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
  );
}

/** What was typed into them. */
export const cardOf = (words: Words) => ({
  name: words('name'),
  idNumber: words('id-number'),
  phone: words('phone') || null,
});
