'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { staffDirectoryOutput } from '#server/schedules/schema/console.ts';
import type { Substituted } from '#server/schedules/schema/substitute.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { Row, Stack } from '../../../_ui/page-head.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import { OutcomeTable } from './outcome-table.tsx';

type Departments = z.infer<typeof staffDirectoryOutput>['departments'];
type Props = { departments: Departments; from: string; to: string };

/** Who is away, who stands in, and when; then what became of each clinic. */
export function SubstituteForm({ departments, from, to }: Props) {
  const { t } = useText();
  const [done, setDone] = useState<Substituted | null>(null);
  const [away, setAway] = useState('');
  const own = departments.filter((department) => department.practitioners.some((doctor) => doctor.id === away));
  const none = { value: '', label: t('stoppage.new.choose') };
  const substitute = (words: Words) => {
    setDone(null);
    return trpc.stoppages.substitute.mutate({
      ...{ practitionerId: words('away'), substituteId: words('substitute') },
      ...{ from: words('from'), to: words('to'), reason: words('substitute-reason') },
    });
  };
  return (
    <Stack>
      <SendForm
        keep
        send={t('stoppage.substitute.confirm')}
        act={substitute}
        onDone={setDone}
        said={({ changed, told }) => t('stoppage.substitute.done', { changed, told })}
      >
        <SelectField
          label={t('stoppage.substitute.away')}
          name="away"
          value={away}
          onChange={(event) => setAway(event.target.value)}
          choices={[none, ...choicesOf(departments)]}
          required
        />
        <SelectField
          key={away}
          label={t('stoppage.substitute.standIn')}
          hint={t('stoppage.substitute.standInHint')}
          name="substitute"
          choices={[none, ...choicesOf(own).filter(({ value }) => value !== away)]}
          disabled={away === ''}
          required
        />
        <Row>
          <TextField label={t('stoppage.new.from')} name="from" type="date" defaultValue={from} required short />
          <TextField label={t('stoppage.new.to')} name="to" type="date" defaultValue={to} required short />
        </Row>
        <TextField
          label={t('stoppage.reason')}
          hint={t('clinic.session.reasonHint')}
          name="substitute-reason"
          minLength={2}
          maxLength={100}
          required
        />
      </SendForm>
      {done ? <OutcomeTable clinics={done.clinics} /> : null}
    </Stack>
  );
}

/** Who works in two departments stands there once. */
function choicesOf(departments: Departments): { value: string; label: string }[] {
  const doctors = departments.flatMap((d) =>
    d.practitioners.map((p) => [p.id, `${p.name} ${p.title} · ${d.name}`] as const),
  );
  return [...new Map(doctors)].map(([value, label]) => ({ value, label }));
}
