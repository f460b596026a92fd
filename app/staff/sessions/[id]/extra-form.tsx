'use client';

import { useRef } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

type Facts = { sessionId: string; limit: number; used: number; blocked: string | null };

/** 加号: a number beyond the public quota for one patient, with a reason. A repeated send makes one booking. */
export function ExtraForm({ sessionId, limit, used, blocked }: Facts) {
  const { t } = useText();
  const key = useRef<{ body: string; key: string } | null>(null);

  const add = (words: Words) => {
    const residentName = words('extra-name');
    const wish = { residentName, residentIdNumber: words('extra-id'), reason: words('extra-reason') };
    const body = JSON.stringify(wish);
    // the same wish keeps its key over retries; a changed one is another request
    if (key.current?.body !== body) key.current = { body, key: crypto.randomUUID() };
    return trpc.booking.addExtra.mutate({ ...wish, sessionId, key: key.current.key });
  };
  return (
    <SendForm
      look="second"
      blocked={blocked}
      send={t('clinic.extra.save')}
      act={add}
      onDone={() => {
        key.current = null;
      }}
      said={() => t('clinic.extra.done')}
    >
      <p className={css.lead}>{t('clinic.extra.lead')}</p>
      <p className={css.aside}>{t('clinic.extra.used', { used, limit })}</p>
      <div className={css.fields}>
        <TextField
          label={t('clinic.extra.name')}
          name="extra-name"
          autoComplete="off"
          minLength={2}
          maxLength={40}
          required
        />
        <TextField
          label={t('clinic.extra.idNumber')}
          name="extra-id"
          autoComplete="off"
          minLength={15}
          maxLength={20}
          required
        />
      </div>
      <TextField
        label={t('clinic.extra.reason')}
        hint={t('clinic.session.reasonHint')}
        name="extra-reason"
        minLength={2}
        maxLength={100}
        required
      />
    </SendForm>
  );
}
