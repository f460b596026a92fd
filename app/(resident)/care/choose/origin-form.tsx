'use client';

import Form from 'next/form';
import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import type { OriginView } from '#server/navigation/schema/origin.ts';
import { useText } from '../../../_text/client-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import type { City } from '../care-flow.tsx';
import { useOriginWords } from '../origin-words.ts';
import { forgetPosition, rememberPosition } from '../position.ts';
import css from './choose.module.css';
import { type Choice, choosePath } from './choose-path.ts';
import { KeptFields } from './weigh-form.tsx';

const never = () => () => {};
type Props = { origin: OriginView; choice: Choice; cities: City[] };

/** Where the way begins: said plainly, changed by the device's position or by a city. */
export function OriginForm({ origin, choice, cities }: Props) {
  const { t } = useText();
  const words = useOriginWords();
  const router = useRouter();
  const [trouble, setTrouble] = useState(false);
  const canLocate = useSyncExternalStore(
    never,
    () => 'geolocation' in navigator,
    () => false,
  );
  const here = choosePath({ ...choice, region: '', cursor: '' });
  const locate = async () => {
    const found = await rememberPosition();
    setTrouble(!found);
    if (!found) return;
    router.replace(here, { scroll: false });
    router.refresh();
  };
  return (
    <Form action="/care/choose" scroll={false} replace className={css.origin}>
      <h2>{t('care.origin')}</h2>
      <p>{words(origin)}</p>
      {trouble ? <p role="alert">{t('care.originFailed')}</p> : null}
      <KeptFields choice={choice} but="region" />
      <div className={css.originRow}>
        <select name="region" aria-label={t('care.originCity')} defaultValue={choice.region} key={choice.region}>
          <option value="">{t('care.originCity')}</option>
          {cities.map((city) => (
            <option key={city.code} value={city.code}>
              {city.name}
            </option>
          ))}
        </select>
        <Button type="submit" look="second" small>
          {t('care.originApply')}
        </Button>
        {canLocate ? (
          <Button look="quiet" small onClick={() => void locate()}>
            {t('care.originUse')}
          </Button>
        ) : null}
      </div>
      <p className={css.fine}>
        {t('care.originUseNote')}
        {origin?.kind === 'position' ? (
          <Button
            look="quiet"
            small
            onClick={() => {
              forgetPosition();
              router.refresh();
            }}
          >
            {t('care.originForget')}
          </Button>
        ) : null}
      </p>
    </Form>
  );
}
