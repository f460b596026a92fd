'use client';

import { type FormEvent, useState } from 'react';
import { outbreakAction } from '#server/navigation/schema/outbreaks.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField, TextArea, TextField } from '../../_ui/field.tsx';
import { Row, Stack } from '../../_ui/page-head.tsx';
import { type Area, AreaPicker } from './area-picker.tsx';

/** A new notice for the own area or one below it. */
export function DeclareForm({ region, below, today }: { region: Area; below: Area[]; today: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  const [declared, setDeclared] = useState(0);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const wish = {
      ...{ regionCode: text('regionCode'), disease: text('disease'), action: outbreakAction.parse(text('action')) },
      ...{ adviceZh: text('adviceZh'), adviceEn: text('adviceEn'), phone: text('phone') },
      ...{ validFrom: text('validFrom'), validTo: text('validTo') },
    };
    setSaid('');
    if (!(await run(() => trpc.navigation.notices.declare.mutate(wish)))) return;
    form.reset();
    setDeclared(declared + 1);
    setSaid(t('doors.declared'));
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <AreaPicker key={declared} name="regionCode" own={region} below={below} />
        <TextField label={t('doors.disease')} name="disease" minLength={2} maxLength={40} required />
        <SelectField
          label={t('doors.action')}
          name="action"
          choices={outbreakAction.options.map((value) => ({ value, label: t(`doors.actions.${value}`) }))}
        />
        <TextArea
          label={t('doors.adviceZh')}
          hint={t('doors.adviceHint')}
          name="adviceZh"
          minLength={4}
          maxLength={300}
          required
        />
        <TextArea label={t('doors.adviceEn')} name="adviceEn" lang="en" minLength={4} maxLength={500} required />
        <TextField label={t('doors.contact')} name="phone" type="tel" maxLength={20} />
        <Row>
          <TextField label={t('doors.validFrom')} name="validFrom" type="date" defaultValue={today} required />
          <TextField label={t('doors.validTo')} name="validTo" type="date" min={today} required />
        </Row>
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('doors.declare')}
          </Button>
          <span role="status">{said}</span>
        </Row>
      </Stack>
    </form>
  );
}
