'use client';

import { useState } from 'react';
import { type WayMode, type WayRow, wayMode } from '#server/navigation/schema/places.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { CheckField, SelectField, TextField } from '../../../_ui/field.tsx';
import { wordsOf } from '../../../_ui/form-words.ts';
import { KeptForm } from '../../../_ui/kept-form.tsx';
import css from '../../staff.module.css';

type Props = {
  way: WayRow | null;
  fromId: string;
  choices: { value: string; label: string }[];
  mayKeep: boolean;
};

/** How one gets from one place to the next, told in both directions. */
export function WayForm({ way, fromId, choices, mayKeep }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  // several forms stand on one page, and a label finds its box by an id of its own
  const own = (name: string) => `${name}-${way?.id ?? 'new'}`;

  async function send(data: FormData) {
    const words = wordsOf(data);
    const text = (name: string) => words(own(name));
    setSaid('');
    const saved = await run(() =>
      trpc.navigation.arrive.saveWay.mutate({
        ...{ id: way?.id ?? null, fromId: text('from'), toId: text('to'), mode: text('mode') as WayMode },
        ...{ seconds: Number(text('seconds')), oneWay: text('oneWay') === 'on' },
        ...{ there: text('there'), thereEn: text('thereEn'), back: text('back'), backEn: text('backEn') },
      }),
    );
    if (saved) setSaid(t('places.saved'));
    return Boolean(saved) && !way;
  }
  const field = (name: string, label: string, value: string | undefined, max: number) => (
    <TextField label={label} name={own(name)} defaultValue={value} maxLength={max} autoComplete="off" />
  );
  return (
    <KeptForm send={send}>
      <fieldset disabled={!mayKeep}>
        <div className={css.fields}>
          <SelectField label={t('places.wayFrom')} name={own('from')} defaultValue={fromId} choices={choices} />
          <SelectField label={t('places.wayTo')} name={own('to')} defaultValue={way?.toId} choices={choices} />
          <SelectField
            label={t('places.wayMode')}
            name={own('mode')}
            defaultValue={way?.mode ?? 'walk'}
            choices={wayMode.options.map((value) => ({ value, label: t(`arrive.mode.${value}`) }))}
          />
          <TextField
            label={t('places.waySeconds')}
            name={own('seconds')}
            type="number"
            min={1}
            max={3600}
            defaultValue={way?.seconds ?? 30}
            required
          />
          {field('there', t('places.wayThere'), way?.there.zh, 120)}
          {field('thereEn', t('places.wayThereEn'), way?.there.en, 240)}
          {field('back', t('places.wayBack'), way?.back.zh, 120)}
          {field('backEn', t('places.wayBackEn'), way?.back.en, 240)}
        </div>
        <p className={css.aside}>{t('places.wayHint')}</p>
        <CheckField label={t('places.wayOneWay')} name={own('oneWay')} defaultChecked={way?.oneWay ?? false} />
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" look="second" working={working}>
            {t('places.save')}
          </Button>
          {way ? (
            <Button
              look="quiet"
              disabled={working}
              onClick={() => run(() => trpc.navigation.arrive.removeWay.mutate({ id: way.id }))}
            >
              {t('places.wayRemove')}
            </Button>
          ) : null}
          <span role="status" className={css.saved}>
            {said}
          </span>
        </div>
      </fieldset>
    </KeptForm>
  );
}
