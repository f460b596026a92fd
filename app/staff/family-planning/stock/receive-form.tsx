'use client';

import { useState } from 'react';
import { handedOut } from '#server/family-planning/schema/methods.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { SelectField, TextField } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

const isItem = (word: string) => handedOut.find((one) => one === word) ?? 'condom';

/** A batch that came, new or one more of the same. */
export function ReceiveForm({ today }: { today: string }) {
  const { t } = useText();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return (
    <SendForm
      act={(words) =>
        trpc.familyPlanning.stock.move.mutate({
          ...{ kind: 'received', key, item: isItem(words('item')), lot: words('lot'), expiresOn: words('expires') },
          ...{ quantity: Number(words('receive-quantity')), about: words('from') },
        })
      }
      onDone={() => setKey(crypto.randomUUID())}
      said={({ onHand }) => t('planningStock.saved', { count: onHand })}
      send={t('planningStock.receive.send')}
    >
      <div className={css.fields}>
        <SelectField
          label={t('planningStock.receive.item')}
          name="item"
          choices={handedOut.map((value) => ({ value, label: t(`planning.method.${value}`) }))}
        />
        <TextField label={t('planningStock.batch.lot')} name="lot" maxLength={30} autoComplete="off" required />
        <TextField label={t('planningStock.batch.expires')} name="expires" type="date" min={today} required />
        <TextField
          label={t('planningStock.receive.quantity')}
          hint={t('planningStock.receive.quantityHint')}
          name="receive-quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={100_000}
          required
        />
        <TextField label={t('planningStock.receive.from')} name="from" minLength={2} maxLength={100} required />
      </div>
    </SendForm>
  );
}
