'use client';

import { useState } from 'react';
import { outbreakAction } from '#server/navigation/schema/outbreaks.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { SelectField, TextArea, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { Row } from '../../_ui/page-head.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import { type Area, AreaPicker } from './area-picker.tsx';

/** A new notice for the own area or one below it. */
export function DeclareForm({ region, below, today }: { region: Area; below: Area[]; today: string }) {
  const { t } = useText();
  const [declared, setDeclared] = useState(0);
  const declare = (words: Words) =>
    trpc.navigation.notices.declare.mutate({
      ...{ regionCode: words('regionCode'), disease: words('disease') },
      ...{ action: outbreakAction.parse(words('action')), phone: words('phone') },
      ...{ adviceZh: words('adviceZh'), adviceEn: words('adviceEn') },
      ...{ validFrom: words('validFrom'), validTo: words('validTo') },
    });
  return (
    <SendForm
      stacked
      send={t('doors.declare')}
      act={declare}
      onDone={() => setDeclared(declared + 1)}
      said={() => t('doors.declared')}
    >
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
    </SendForm>
  );
}
