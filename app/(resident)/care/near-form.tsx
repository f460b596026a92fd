'use client';

import { useRef, useState, useSyncExternalStore } from 'react';
import type { OriginView } from '#server/navigation/schema/origin.ts';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { HiddenWish } from './hidden-wish.tsx';
import { useOriginWords } from './origin-words.ts';
import { rememberPosition } from './position.ts';

const never = () => () => {};

/** Asks the same again from here: by the device's position where it can be had, else by a chosen city. */
export function NearForm(props: { origin: OriginView } & Pick<ResultProps, 'wish' | 'act' | 'working' | 'cities'>) {
  const { t } = useText();
  const words = useOriginWords();
  const form = useRef<HTMLFormElement>(null);
  const [trouble, setTrouble] = useState(false);
  const canLocate = useSyncExternalStore(
    never,
    () => 'geolocation' in navigator,
    () => false,
  );
  const locate = async () => {
    const found = await rememberPosition();
    setTrouble(!found);
    const city = form.current?.elements.namedItem('region') as HTMLSelectElement | null;
    if (!found || !city) return;
    city.value = '';
    form.current?.requestSubmit();
  };
  return (
    <form action={props.act} ref={form} className={css.near}>
      <HiddenWish wish={props.wish} />
      <p>{words(props.origin)}</p>
      {trouble ? (
        <p role="alert" className={css.error}>
          {t('care.originFailed')}
        </p>
      ) : null}
      <div className={css.nearRow}>
        {canLocate ? (
          <Button look="second" small onClick={() => void locate()} disabled={props.working}>
            {t('care.originUse')}
          </Button>
        ) : null}
        <select name="region" aria-label={t('care.originCity')} defaultValue="">
          <option value="">{t('care.originCity')}</option>
          {props.cities.map((city) => (
            <option key={city.code} value={city.code}>
              {city.name}
            </option>
          ))}
        </select>
        <Button type="submit" look="second" small working={props.working}>
          {t('care.originApply')}
        </Button>
      </div>
    </form>
  );
}
