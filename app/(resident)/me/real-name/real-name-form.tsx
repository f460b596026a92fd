'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { wordsOf } from '../../../_ui/form-words.ts';
import { KeptForm } from '../../../_ui/kept-form.tsx';
import css from '../me.module.css';
import { faultsOfPerson, type PersonFaults } from '../person-faults.ts';

export function RealNameForm({ next }: { next: string }) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [faults, setFaults] = useState<PersonFaults>({});

  const send = async (data: FormData) => {
    const text = wordsOf(data);
    const person = { name: text('name'), idNumber: text('idNumber').toUpperCase() };
    const found = faultsOfPerson(person);
    setFaults(found);
    if (found.name || found.idNumber) return false;
    const done = await run(() => trpc.residents.register.mutate(person), { refresh: false });
    if (!done) return false;
    router.replace(next);
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
          autoComplete: 'name',
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
        {...{ inputMode: 'text', spellCheck: false }}
        error={faults.idNumber ? t(`fault.rule.${faults.idNumber}`) : undefined}
      />
      <Button type="submit" wide working={working}>
        {t('kit.send')}
      </Button>
    </KeptForm>
  );
}
