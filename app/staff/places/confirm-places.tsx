'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

/** Half a year from `today`, the usual time until somebody walks the house again. */
const inHalfAYear = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + 180 * 86_400_000).toISOString().slice(0, 10);

/** Somebody walked the house: one press for all places. */
export function ConfirmPlaces({ owner, today }: { owner: string; today: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [said, setSaid] = useState('');
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wish = { owner: String(data.get('owner') ?? ''), reviewBy: String(data.get('reviewBy') ?? '') };
    const done = await run(() => trpc.navigation.arrive.confirmPlaces.mutate(wish));
    setSaid(done ? t('places.confirmDone', { count: done.places }) : '');
  }
  return (
    <details className={css.details}>
      <summary>{t('places.confirm')}</summary>
      <form onSubmit={submit}>
        <p className={css.lead}>{t('places.confirmLead')}</p>
        <div className={css.fields}>
          <TextField label={t('places.owner')} name="owner" defaultValue={owner} maxLength={30} required />
          <TextField
            label={t('places.reviewBy')}
            name="reviewBy"
            type="date"
            defaultValue={inHalfAYear(today)}
            required
          />
        </div>
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" look="second" working={working}>
            {t('places.confirm')}
          </Button>
          <span role="status" className={css.saved}>
            {said}
          </span>
        </div>
      </form>
    </details>
  );
}

/** A first map from where the departments say they are, offered where there is none. */
export function DraftPlaces() {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <div>
      <p className={css.lead}>{t('places.draftLead')}</p>
      <FaultMessage trouble={trouble} />
      <Button working={working} onClick={() => run(() => trpc.navigation.arrive.draftPlaces.mutate())}>
        {t('places.draft')}
      </Button>
    </div>
  );
}
