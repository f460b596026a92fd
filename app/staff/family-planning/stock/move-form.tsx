'use client';

import { useState } from 'react';
import type { Stock, StockMove } from '#server/family-planning/schema/stock.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { RadioGroup, SelectField, TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

type Batch = Stock['batches'][number];
const kinds = ['handed-over', 'counted', 'written-off'] as const;
type Kind = (typeof kinds)[number];

/** What was done with a batch that is there. */
export function MoveForm({ batches }: { batches: Batch[] }) {
  const { t } = useText();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<Kind>('handed-over');
  // what has expired is only counted or written off, what is good is not written off
  const fitting = batches.filter(
    ({ state }) => kind === 'counted' || (state === 'expired') === (kind === 'written-off'),
  );
  const save = async (words: Words) => {
    const batch = fitting.find((one) => idOf(one) === words('batch'));
    return batch ? trpc.familyPlanning.stock.move.mutate(moveOf(key, kind, batch, words)) : null;
  };
  return (
    <SendForm
      act={save}
      onDone={() => {
        setKey(crypto.randomUUID());
        setKind('handed-over');
      }}
      said={({ onHand }) => t('planningStock.saved', { count: onHand })}
      send={t('planningStock.move.send')}
    >
      <RadioGroup
        legend={t('planningStock.move.kind')}
        name="kind"
        value="handed-over"
        columns
        onChoose={(value) => setKind(kinds.find((one) => one === value) ?? 'handed-over')}
        choices={kinds.map((value) => ({ value, label: t(`planningStock.kind.${value}`) }))}
      />
      {fitting.length > 0 ? (
        <BatchFields kind={kind} batches={fitting} />
      ) : (
        <p className={css.why}>{t(`planningStock.move.nothing.${kind}`)}</p>
      )}
    </SendForm>
  );
}

/** Which batch, how much of it, and what else is to be known. */
function BatchFields({ kind, batches }: { kind: Kind; batches: Batch[] }) {
  const { t } = useText();
  return (
    <>
      <SelectField
        label={t('planningStock.move.which')}
        name="batch"
        choices={batches.map((one) => ({
          value: idOf(one),
          label: t('planningStock.move.choice', {
            ...{ item: t(`planning.method.${one.item}`), lot: one.lot, day: one.expiresOn },
            count: t(`planningStock.unit.${one.item}`, { count: one.onHand }),
          }),
        }))}
      />
      <div className={css.fields}>
        {kind === 'written-off' ? null : (
          <TextField
            label={t(kind === 'counted' ? 'planningStock.move.found' : 'planningStock.move.quantity')}
            name="move-quantity"
            type="number"
            inputMode="numeric"
            min={kind === 'counted' ? 0 : 1}
            max={100_000}
            required
          />
        )}
        <TextField
          label={t(`planningStock.move.about.${kind}`)}
          hint={kind === 'written-off' ? t('planningStock.move.whole') : undefined}
          name="about"
          maxLength={100}
          minLength={kind === 'handed-over' ? 2 : undefined}
          required={kind === 'handed-over'}
        />
      </div>
    </>
  );
}

const idOf = ({ item, lot, expiresOn }: Batch) => `${item} ${expiresOn} ${lot}`;

function moveOf(key: string, kind: Kind, { item, lot, expiresOn }: Batch, words: Words): StockMove {
  const which = { key, item, lot, expiresOn, about: words('about') };
  const quantity = Number(words('move-quantity'));
  if (kind === 'counted') return { ...which, kind, found: quantity };
  return kind === 'handed-over' ? { ...which, kind, quantity } : { ...which, kind };
}
