'use client';

import type { OwnServiceView, ServiceKind } from '#server/navigation/schema/services.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { CheckField, SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';
import { RemoveForm } from './remove-form.tsx';

type Props = { kind: ServiceKind; service: OwnServiceView | null; blocked: string | null };

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];
/** A time box knows no 24:00; midnight as the end reads as the next morning's start, which is the same moment. */
const boxTime = (time: string | undefined) => (time === '24:00' ? '00:00' : time);

/** One door: when it is open and who answers for it. Saving says that somebody has looked at it today. */
export function ServiceForm({ kind, service, blocked }: Props) {
  const { t } = useText();
  const span = service?.hours[0];
  const name = (field: string) => `${kind}-${field}`;

  const save = (words: Words) => {
    const text = (field: string) => words(name(field));
    return trpc.navigation.services.save.mutate({
      kind,
      available: text('available') === 'on',
      hours: [{ days: text('days') === 'workdays' ? workdays : everyDay, from: text('from'), to: text('to') }],
      ...{ phone: text('phone'), place: text('place'), note: text('note'), owner: text('owner') },
    });
  };
  return (
    <>
      <SendForm keep blocked={blocked} send={t('doors.save')} act={save} said={() => t('doors.saved')}>
        <CheckField label={t('doors.available')} name={name('available')} defaultChecked={service?.available ?? true} />
        <div className={css.fields}>
          <SelectField
            label={t('doors.days')}
            name={name('days')}
            defaultValue={span && span.days.length < 7 ? 'workdays' : 'everyDay'}
            choices={[
              { value: 'everyDay', label: t('doors.everyDay') },
              { value: 'workdays', label: t('doors.workdays') },
            ]}
          />
          <TextField
            label={t('doors.from')}
            name={name('from')}
            type="time"
            defaultValue={boxTime(span?.from) ?? '00:00'}
            required
          />
          <TextField
            label={t('doors.to')}
            hint={t('doors.toHint')}
            name={name('to')}
            type="time"
            defaultValue={boxTime(span?.to) ?? '00:00'}
            required
          />
          <TextField
            label={t('doors.phone')}
            name={name('phone')}
            type="tel"
            defaultValue={service?.phone ?? ''}
            minLength={3}
            maxLength={20}
            required
          />
          <TextField label={t('doors.place')} name={name('place')} defaultValue={service?.place ?? ''} maxLength={80} />
          <TextField
            label={t('doors.owner')}
            name={name('owner')}
            defaultValue={service?.owner ?? ''}
            minLength={2}
            maxLength={40}
            required
          />
          <TextField
            label={t('doors.note')}
            hint={t('doors.noteHint')}
            name={name('note')}
            defaultValue={service?.note ?? ''}
            maxLength={120}
          />
        </div>
        {service && service.hours.length > 1 ? <p className={css.why}>{t('doors.several')}</p> : null}
      </SendForm>
      {service && !blocked ? <RemoveForm kind={kind} /> : null}
    </>
  );
}
