'use client';

import { useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { SelectField, TextField } from '../_ui/field.tsx';
import css from './staff.module.css';

export type Directory = { id: string; name: string; practitioners: { id: string; name: string; title: string }[] }[];
export type PlanValues = {
  departmentId: string;
  practitionerId: string | null;
  halfDay: 'am' | 'pm' | 'evening';
  startsAt: string;
  endsAt: string;
  numberType: 'ordinary' | 'expert' | 'special' | 'chronic' | 'return' | 'mdt';
  feeFen: number;
  capacity: number;
  quotas: { desk?: number | undefined; referral?: number | undefined; 'same-day'?: number | undefined };
};

const numberTypes = ['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt'] as const;
const halfDays = ['am', 'pm', 'evening'] as const;
const hours = { am: ['08:00', '12:00'], pm: ['14:00', '17:30'], evening: ['18:00', '21:00'] } as const;

export const emptyPlan = (departmentId: string): PlanValues => ({
  ...{ departmentId, practitionerId: null, halfDay: 'am', startsAt: '08:00', endsAt: '12:00' },
  ...{ numberType: 'ordinary', feeFen: 1000, capacity: 20, quotas: { desk: 2 } },
});

/** What the form holds, as the server wants it. */
export function readPlan(data: FormData): PlanValues {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const count = (name: string) => Number(text(name) || 0);
  return {
    departmentId: text('departmentId'),
    practitionerId: text('practitionerId') || null,
    halfDay: text('halfDay') as PlanValues['halfDay'],
    startsAt: text('startsAt'),
    endsAt: text('endsAt'),
    numberType: text('numberType') as PlanValues['numberType'],
    feeFen: Math.round(Number(text('fee')) * 100),
    capacity: count('capacity'),
    quotas: {
      ...(count('desk') ? { desk: count('desk') } : {}),
      ...(count('referral') ? { referral: count('referral') } : {}),
      ...(count('sameDay') ? { 'same-day': count('sameDay') } : {}),
    },
  };
}

/** Department, doctor, hours, type, fee and numbers: the same for a weekly template and a single session. */
export function PlanFields({ plan, directory, fixed }: { plan: PlanValues; directory: Directory; fixed?: boolean }) {
  const { t } = useText();
  const [departmentId, setDepartmentId] = useState(plan.departmentId);
  const [span, setSpan] = useState({ startsAt: plan.startsAt, endsAt: plan.endsAt });
  const [numbers, setNumbers] = useState({
    capacity: plan.capacity,
    desk: plan.quotas.desk ?? 0,
    referral: plan.quotas.referral ?? 0,
    sameDay: plan.quotas['same-day'] ?? 0,
  });
  const doctors = directory.find((d) => d.id === departmentId)?.practitioners ?? [];
  const open = numbers.capacity - numbers.desk - numbers.referral - numbers.sameDay;
  const number = (name: keyof typeof numbers, min: number) => ({
    ...{
      name,
      type: 'number',
      min,
      max: 500,
      inputMode: 'numeric' as const,
      value: String(numbers[name]),
      required: true,
    },
    onChange: (event: { target: { value: string } }) => setNumbers({ ...numbers, [name]: Number(event.target.value) }),
  });
  return (
    <>
      <div className={css.fields}>
        <SelectField
          label={t('plan.form.department')}
          name="departmentId"
          value={departmentId}
          onChange={(event) => setDepartmentId(event.target.value)}
          choices={directory
            .filter((d) => !fixed || d.id === plan.departmentId)
            .map((d) => ({ value: d.id, label: d.name }))}
        />
        <SelectField
          key={departmentId}
          label={t('plan.form.doctor')}
          name="practitionerId"
          defaultValue={plan.practitionerId ?? ''}
          choices={[
            { value: '', label: t('clinic.anyDoctor') },
            ...doctors.map((d) => ({ value: d.id, label: `${d.name} ${d.title}` })),
          ]}
        />
        <SelectField
          label={t('plan.form.type')}
          name="numberType"
          defaultValue={plan.numberType}
          choices={numberTypes.map((value) => ({ value, label: t(`clinic.numberType.${value}`) }))}
        />
        <TextField
          label={t('plan.form.fee')}
          name="fee"
          type="number"
          min={0}
          max={5000}
          step="0.01"
          inputMode="decimal"
          defaultValue={plan.feeFen / 100}
          required
        />
      </div>
      <div className={`${css.fields} ${css.fields3}`}>
        <SelectField
          label={t('plan.form.half')}
          name="halfDay"
          defaultValue={plan.halfDay}
          onChange={(event) => {
            const [startsAt, endsAt] = hours[event.target.value as PlanValues['halfDay']];
            setSpan({ startsAt, endsAt });
          }}
          choices={halfDays.map((value) => ({ value, label: t(`clinic.halfDay.${value}`) }))}
        />
        <TextField
          label={t('plan.form.startsAt')}
          name="startsAt"
          type="time"
          value={span.startsAt}
          onChange={(e) => setSpan({ ...span, startsAt: e.target.value })}
          required
        />
        <TextField
          label={t('plan.form.endsAt')}
          name="endsAt"
          type="time"
          value={span.endsAt}
          onChange={(e) => setSpan({ ...span, endsAt: e.target.value })}
          required
        />
        <TextField
          label={t('plan.form.capacity')}
          hint={t('plan.form.publicLeft', { count: open })}
          {...number('capacity', 1)}
        />
        <TextField label={t('plan.form.desk')} hint={t('plan.form.deskHint')} {...number('desk', 0)} />
        <TextField label={t('plan.form.referral')} hint={t('plan.form.referralHint')} {...number('referral', 0)} />
        <TextField label={t('plan.form.sameDay')} hint={t('plan.form.sameDayHint')} {...number('sameDay', 0)} />
      </div>
    </>
  );
}
