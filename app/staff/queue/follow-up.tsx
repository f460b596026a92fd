'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { CheckField, TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

const dayMs = 86_400_000;

/** `again`: days were suggested before, and others are wanted. */
type Props = { appointmentId: string; asOf: Date; atDesk?: boolean; again?: boolean };

/** 诊间预约 (A46): a range of days; the patient picks the time on the phone, or with staff here and now. */
export function FollowUp({ appointmentId, asOf, atDesk, again }: Props) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  const dayIn = (days: number) => f.isoDay(new Date(asOf.getTime() + days * dayMs));
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    const wish = { fromDate: text('fromDate'), toDate: text('toDate'), sameDoctor: data.get('sameDoctor') === 'on' };
    setSaid('');
    if (await run(() => trpc.followUps.offer.mutate({ appointmentId, ...wish }))) setSaid(t('queue.room.followUpDone'));
  }
  return (
    <details className={css.details}>
      <summary>{t(again ? 'queue.desk.otherDays' : 'queue.room.followUp')}</summary>
      <form onSubmit={submit}>
        <p className={css.lead}>{t('queue.room.followUpLead')}</p>
        <div className={css.fields}>
          <TextField
            label={t('queue.room.from')}
            name="fromDate"
            type="date"
            min={dayIn(1)}
            defaultValue={dayIn(7)}
            required
          />
          <TextField
            label={t('queue.room.to')}
            name="toDate"
            type="date"
            min={dayIn(1)}
            defaultValue={dayIn(14)}
            required
          />
        </div>
        <CheckField label={t('queue.room.sameDoctor')} name="sameDoctor" />
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" look="second" working={working}>
            {t('queue.room.followUpGo')}
          </Button>
          <span role="status" className={css.saved}>
            {said}
          </span>
          {said && !atDesk ? (
            <Link href={`/staff/queue/return/${appointmentId}`} prefetch={false}>
              {t('queue.desk.now')}
            </Link>
          ) : null}
        </div>
      </form>
    </details>
  );
}
