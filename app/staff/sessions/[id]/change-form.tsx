'use client';

import { type FormEvent, useState } from 'react';
import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../../_ui/field.tsx';
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
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState('');
  const taken = session.ledger.held + session.ledger.booked + session.ledger.used;
  const capacity = session.released - session.ledger.suspended - session.pools.extra.total;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const feeFen = Math.round(Number(text('fee')) * 100);
    const wish = {
      sessionId: session.id,
      reason: text('change-reason'),
      ...(feeFen !== session.feeFen ? { feeFen } : {}),
      ...(Number(text('capacity')) !== capacity ? { capacity: Number(text('capacity')) } : {}),
      ...(data.has('doctor') && text('doctor') !== session.practitionerId ? { practitionerId: text('doctor') } : {}),
      ...(data.has('starts') && text('starts') !== times.startsAt ? { startsAt: text('starts') } : {}),
      ...(data.has('ends') && text('ends') !== times.endsAt ? { endsAt: text('ends') } : {}),
    };
    setSaved('');
    const done = await run(() => trpc.schedules.changeSession.mutate(wish));
    if (done)
      setSaved(`${t('clinic.change.saved')}${done.told > 0 ? t('clinic.change.told', { count: done.told }) : ''}`);
  }
  return (
    <>
      <form onSubmit={submit}>
        <p className={css.lead}>{t('clinic.change.lead')}</p>
        <fieldset disabled={blocked !== null}>
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
        </fieldset>
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" disabled={blocked !== null} working={working}>
            {t('clinic.change.save')}
          </Button>
          {blocked ? <span className={css.why}>{blocked}</span> : null}
          <span role="status" className={css.saved}>
            {saved}
          </span>
        </div>
      </form>
      {taken > 0 ? <MoveClinic sessionId={session.id} times={times} holders={taken} blocked={blocked} /> : null}
    </>
  );
}
