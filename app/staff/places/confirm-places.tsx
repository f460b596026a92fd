'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextField } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

/** Half a year from `today`, the usual time until somebody walks the house again. */
const inHalfAYear = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + 180 * 86_400_000).toISOString().slice(0, 10);

/** Somebody walked the house: one press for all places. */
export function ConfirmPlaces({ owner, today }: { owner: string; today: string }) {
  const { t } = useText();
  return (
    <details className={css.details}>
      <summary>{t('places.confirm')}</summary>
      <SendForm
        keep
        look="second"
        send={t('places.confirm')}
        act={(words) =>
          trpc.navigation.arrive.confirmPlaces.mutate({ owner: words('owner'), reviewBy: words('reviewBy') })
        }
        said={(done) => t('places.confirmDone', { count: done.places })}
      >
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
      </SendForm>
    </details>
  );
}

/** A first map from where the departments say they are, offered where there is none. */
export function DraftPlaces() {
  const { t } = useText();
  return (
    <div>
      <p className={css.lead}>{t('places.draftLead')}</p>
      <SendForm send={t('places.draft')} act={() => trpc.navigation.arrive.draftPlaces.mutate()} />
    </div>
  );
}
