'use client';

import Link from 'next/link';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { CheckField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

const dayMs = 86_400_000;

/** `again`: days were suggested before, and others are wanted. */
type Props = { appointmentId: string; asOf: Date; atDesk?: boolean; again?: boolean };

/** 诊间预约 (A46): a range of days; the patient picks the time on the phone, or with staff here and now. */
export function FollowUp({ appointmentId, asOf, atDesk, again }: Props) {
  const { t, f } = useText();
  const dayIn = (days: number) => f.isoDay(new Date(asOf.getTime() + days * dayMs));
  const offer = (words: Words) => {
    const wish = { fromDate: words('fromDate'), toDate: words('toDate'), sameDoctor: words('sameDoctor') === 'on' };
    return trpc.followUps.offer.mutate({ appointmentId, ...wish });
  };
  return (
    <details className={css.details}>
      <summary>{t(again ? 'queue.desk.otherDays' : 'queue.room.followUp')}</summary>
      <SendForm
        keep
        look="second"
        send={t('queue.room.followUpGo')}
        act={offer}
        said={() => (
          <>
            {t('queue.room.followUpDone')}{' '}
            {atDesk ? null : (
              <Link href={`/staff/queue/return/${appointmentId}`} prefetch={false}>
                {t('queue.desk.now')}
              </Link>
            )}
          </>
        )}
      >
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
      </SendForm>
    </details>
  );
}
