'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { CheckField, RadioGroup, SelectField, TextField } from '../../../../_ui/field.tsx';
import { wordsOf } from '../../../../_ui/form-words.ts';
import { KeptForm } from '../../../../_ui/kept-form.tsx';
import css from '../../me.module.css';
import { faultsOfPerson, type PersonFaults } from '../../person-faults.ts';
import { MemberPhone } from './member-phone.tsx';

const relations = ['child', 'spouse', 'parent', 'grandparent', 'other'] as const;

/** Children are declared by their guardian; adults agree with a code on their own phone (A2, A3). */
export function AddMemberForm() {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [child, setChild] = useState(true);
  const [faults, setFaults] = useState<PersonFaults>({});

  const send = async (data: FormData) => {
    const text = wordsOf(data);
    const person = { name: text('name'), idNumber: text('idNumber').toUpperCase() };
    const found = faultsOfPerson(person);
    setFaults(found);
    if (found.name || found.idNumber) return false;
    const relation = relations.find((word) => word === text('relation')) ?? 'other';
    const proof = child
      ? { guardianDeclared: text('guardian') === 'on' }
      : { phone: text('phone') || null, phoneCode: text('phoneCode') || null };
    const done = await run(() => trpc.residents.addMember.mutate({ ...person, relation, ...proof }), {
      refresh: false,
    });
    if (!done) return false;
    router.replace('/me/family');
    router.refresh();
    return false;
  };

  return (
    <KeptForm send={send} className={css.form} noValidate>
      <FaultMessage trouble={trouble} />
      <TextField
        {...{
          name: 'name',
          label: t('me.name'),
          hint: t('me.nameHint'),
          autoComplete: 'off',
          maxLength: 40,
          required: true,
        }}
        error={faults.name ? t(`fault.rule.${faults.name}`) : undefined}
      />
      <TextField
        {...{
          name: 'idNumber',
          label: t('me.idNumber'),
          hint: t('me.idHint'),
          autoComplete: 'off',
          maxLength: 20,
          required: true,
        }}
        error={faults.idNumber ? t(`fault.rule.${faults.idNumber}`) : undefined}
      />
      <SelectField
        {...{ name: 'relation', label: t('me.relation'), defaultValue: 'child' }}
        choices={relations.map((value) => ({ value, label: t(`me.relations.${value}`) }))}
      />
      <RadioGroup
        {...{ name: 'case', legend: t('me.ageCase'), value: 'child', columns: true }}
        choices={[
          { value: 'child', label: t('me.childCase') },
          { value: 'adult', label: t('me.adultCase') },
        ]}
        onChoose={(value) => setChild(value === 'child')}
      />
      {child ? <CheckField name="guardian" label={t('me.guardian')} /> : <MemberPhone />}
      <Button type="submit" wide working={working}>
        {t('kit.send')}
      </Button>
    </KeptForm>
  );
}
