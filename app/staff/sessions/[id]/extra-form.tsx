'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import css from '../../staff.module.css';

type Facts = { sessionId: string; limit: number; used: number; blocked: string | null };

/** 加号: a number beyond the public quota for one patient, with a reason. A repeated send makes one booking. */
export function ExtraForm({ sessionId, limit, used, blocked }: Facts) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState(false);
  const key = useRef<{ body: string; key: string } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const wish = { residentName: text('extra-name'), residentIdNumber: text('extra-id'), reason: text('extra-reason') };
    const body = JSON.stringify(wish);
    // the same wish keeps its key over retries; a changed one is another request
    if (key.current?.body !== body) key.current = { body, key: crypto.randomUUID() };
    const send = { ...wish, sessionId, key: key.current.key };
    setSaved(false);
    if (!(await run(() => trpc.booking.addExtra.mutate(send)))) return;
    key.current = null;
    form.reset();
    setSaved(true);
  }
  return (
    <form onSubmit={submit}>
      <p className={css.lead}>{t('clinic.extra.lead')}</p>
      <p className={css.aside}>{t('clinic.extra.used', { used, limit })}</p>
      <fieldset disabled={blocked !== null}>
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
      </fieldset>
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button type="submit" look="second" disabled={blocked !== null} working={working}>
          {t('clinic.extra.save')}
        </Button>
        {blocked ? <span className={css.why}>{blocked}</span> : null}
        <span role="status" className={css.saved}>
          {saved ? t('clinic.extra.done') : ''}
        </span>
      </div>
    </form>
  );
}
