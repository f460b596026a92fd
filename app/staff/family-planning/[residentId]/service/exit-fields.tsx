'use client';

import { useState } from 'react';
import { handedOut, type Method } from '#server/family-planning/schema/methods.ts';
import { agreements, type MethodVerdict } from '#server/family-planning/schema/service.ts';
import type { Stock } from '#server/family-planning/schema/stock.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { RadioGroup, SelectField, TextArea, TextField } from '../../../../_ui/field.tsx';
import css from '../../../staff.module.css';

type Props = {
  methods: readonly Method[];
  using: Method | undefined;
  /** What the place keeps a book of: lots are then the book's. */
  kept: Stock['items'];
  verdicts: MethodVerdict[];
  /** Saving was refused because a clinician is missing. */
  asked: boolean;
};

/** What the person leaves with, who answers for it where the table warns, what was handed out, and that they agreed. */
export function ExitFields({ methods, using, kept, verdicts, asked }: Props) {
  const { t } = useText();
  const [method, setMethod] = useState<string>(using ?? 'condom');
  const verdict = verdicts.find((one) => one.method === method);
  const book = kept.find((one) => one.item === method);
  const warned = (verdict?.category ?? 0) >= 3 || ['delay', 'special', 'ask'].includes(verdict?.advice ?? '');
  return (
    <>
      <div className={css.fields}>
        <SelectField
          label={t('planning.service.exit')}
          name="method"
          defaultValue={using ?? 'condom'}
          choices={[...methods, 'none' as const].map((value) => ({ value, label: t(`planning.method.${value}`) }))}
          onChange={(event) => setMethod(event.currentTarget.value)}
        />
      </div>
      {warned || asked ? (
        <div className={css.fields}>
          <TextField
            label={t('planning.service.clinician')}
            hint={t('planning.service.clinicianHint')}
            name="clinician"
            maxLength={40}
            autoComplete="off"
          />
          <TextField
            label={t('planning.service.reason')}
            hint={t('planning.service.reasonHint')}
            name="reason"
            maxLength={300}
            autoComplete="off"
          />
        </div>
      ) : null}
      {handedOut.some((one) => one === method) ? (
        <div className={css.fields}>
          <TextField
            label={t('planning.service.quantity')}
            hint={
              book
                ? t('planningStock.service', { count: t(`planningStock.unit.${book.item}`, { count: book.onHand }) })
                : t('planning.service.quantityHint')
            }
            name="quantity"
            type="number"
            inputMode="numeric"
            min={0}
            max={200}
            defaultValue={0}
          />
          {book ? null : <TextField label={t('planning.service.lot')} name="lot" maxLength={30} autoComplete="off" />}
        </div>
      ) : null}
      <RadioGroup
        legend={t('planning.service.agreedTitle')}
        name="agreed"
        required
        choices={agreements.map((value) => ({ value, label: t(`planning.service.agreed.${value}`) }))}
      />
      <TextArea label={t('planning.service.note')} name="note" rows={2} maxLength={500} />
    </>
  );
}
