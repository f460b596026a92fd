import Link from 'next/link';
import type { PlaceView } from '#server/reports/schema.ts';
import { getText } from '../_text/server.ts';
import css from './office.module.css';

/** Where one is, from the top of one's own area down; each place leads to the same figures of its own. */
export async function PlaceTrail(props: { trail: PlaceView[]; here: string; hrefOf: (code: string) => string }) {
  const { t } = await getText();
  return (
    <nav aria-label={t('office.trail')} className={`${css.trail} no-print`}>
      <ol>
        {props.trail.map((place) => (
          <li key={place.code}>
            {place.code === props.here ? (
              <span aria-current="page">{place.name}</span>
            ) : (
              <Link href={props.hrefOf(place.code)} prefetch={false}>
                {place.name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
