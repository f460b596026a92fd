'use client';

import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';
import { MoveClinic } from './move-clinic.tsx';

type Props = {
  session: ConsoleSession;
  doctors: { id: string; name: string; title: string }[];
  times: { startsAt: string; endsAt: string };
  blocked: string | null;
};

/** One-off change of this session only; what was not touched is not sent. */
export function ChangeForm({ session, doctors, times, blocked }: Props) {
  const { t } = useText();
  const taken = session.ledger.held + session.ledger.booked + session.ledger.used;
  const capacity = session.released - session.ledger.suspended - session.pools.extra.total;

  const change = (words: Words, data: FormData) => {
    const feeFen = Math.round(Number(words('fee')) * 100);
    return trpc.schedules.changeSession.mutate({
      sessionId: session.id,
      reason: words('change-reason'),
      ...(feeFen !== session.feeFen ? { feeFen } : {}),
      ...(Number(words('capacity')) !== capacity ? { capacity: Number(words('capacity')) } : {}),
      ...(data.has('doctor') && words('doctor') !== session.practitionerId ? { practitionerId: words('doctor') } : {}),
      ...(data.has('starts') && words('starts') !== times.startsAt ? { startsAt: words('starts') } : {}),
      ...(data.has('ends') && words('ends') !== times.endsAt ? { endsAt: words('ends') } : {}),
    });
  };
  return (
    <>
      <SendForm
        keep
        blocked={blocked}
        send={t('clinic.change.save')}
        act={change}
        said={({ told }) => `${t('clinic.change.saved')}${told > 0 ? t('clinic.change.told', { count: told }) : ''}`}
      >
        <p className={css.lead}>{t('clinic.change.lead')}</p>
        <div className={css.fields}>
          <TextField
            label={t('clinic.change.fee')}
            name="fee"
            type="number"
            min={0}
            max={5000}
            step="0.01"
            defaultValue={session.feeFen / 100}
            required
          />
          <TextField
            label={t('clinic.change.capacity')}
            hint={t('clinic.change.capacityHint')}
            name="capacity"
            type="number"
            min={1}
            max={500}
            defaultValue={capacity}
            required
          />
          <TextField
            label={t('clinic.change.startsAt')}
            hint={t('clinic.change.timesHint')}
            name="starts"
            type="time"
            defaultValue={times.startsAt}
            disabled={taken > 0}
            required
          />
          <TextField
            label={t('clinic.change.endsAt')}
            hint={t('clinic.change.timesHint')}
            name="ends"
            type="time"
            defaultValue={times.endsAt}
            disabled={taken > 0}
            required
          />
        </div>
        {session.practitionerId ? (
          <SelectField
            label={t('clinic.change.doctor')}
            hint={t('clinic.change.doctorHint')}
            name="doctor"
            defaultValue={session.practitionerId}
            choices={doctors.map((d) => ({ value: d.id, label: `${d.name} ${d.title}` }))}
          />
        ) : null}
        <TextField
          label={t('clinic.session.reason')}
          hint={t('clinic.session.reasonHint')}
          name="change-reason"
          minLength={2}
          maxLength={100}
          required
        />
      </SendForm>
      {taken > 0 ? <MoveClinic sessionId={session.id} times={times} holders={taken} blocked={blocked} /> : null}
    </>
  );
}
