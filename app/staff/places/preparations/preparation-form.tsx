'use client';

import { useState } from 'react';
import { numberType } from '#server/navigation/schema/preparation.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

type Choices = { value: string; label: string }[];
type NumberType = (typeof numberType.options)[number] | '';

/** One row for one subject; what is left empty stays with the less exact row. Writing it again replaces it. */
export function PreparationForm({ departments, tests }: { departments: Choices; tests: Choices }) {
  const { t } = useText();
  const [test, setTest] = useState('');
  const save = (words: Words) => {
    const number = (name: string) => (words(name) === '' ? null : Number(words(name)));
    const choice = (name: string) => (words(name) === '' ? null : words(name) === 'yes');
    return trpc.navigation.arrive.savePreparation.mutate({
      ...{ departmentId: words('departmentId'), numberType: words('numberType') as NumberType },
      test: words('test'),
      ...{ fastingHours: number('fastingHours'), earlyMinutes: number('earlyMinutes') },
      ...{ oldResults: choice('oldResults'), companion: choice('companion') },
      ...{ documents: words('documents') || null, documentsEn: words('documentsEn') || null },
      ...{ note: words('note') || null, noteEn: words('noteEn') || null },
    });
  };
  const any = (label: string): Choices[number] => ({ value: '', label });
  const yesNo: Choices = [
    any(t('places.prepare.keep')),
    { value: 'yes', label: t('places.prepare.yes') },
    { value: 'no', label: t('places.prepare.no') },
  ];
  return (
    <SendForm send={t('places.save')} act={save} onDone={() => setTest('')} said={() => t('places.saved')}>
      <p className={css.aside}>{t('places.prepare.inherit')}</p>
      <div className={css.fields}>
        <SelectField
          label={t('places.prepare.test')}
          hint={t('places.prepare.testHint')}
          name="test"
          value={test}
          onChange={(event) => setTest(event.target.value)}
          choices={[any(t('places.prepare.noTest')), ...tests]}
        />
        {test === '' ? (
          <>
            <SelectField
              label={t('places.department')}
              name="departmentId"
              choices={[any(t('places.prepare.anyDepartment')), ...departments]}
            />
            <SelectField
              label={t('places.prepare.type')}
              name="numberType"
              choices={[
                any(t('places.prepare.anyType')),
                ...numberType.options.map((value) => ({ value, label: t(`clinic.numberType.${value}`) })),
              ]}
            />
          </>
        ) : null}
        <TextField label={t('places.prepare.fasting')} name="fastingHours" type="number" min={0} max={24} />
        <TextField label={t('places.prepare.early')} name="earlyMinutes" type="number" min={0} max={240} />
        <SelectField label={t('places.prepare.oldResults')} name="oldResults" choices={yesNo} />
        <SelectField label={t('places.prepare.companion')} name="companion" choices={yesNo} />
        <TextField label={t('places.prepare.documents')} name="documents" maxLength={60} />
        <TextField label={t('places.prepare.documentsEn')} name="documentsEn" maxLength={120} />
        <TextField label={t('places.prepare.note')} name="note" maxLength={80} />
        <TextField label={t('places.prepare.noteEn')} name="noteEn" maxLength={160} />
      </div>
    </SendForm>
  );
}
