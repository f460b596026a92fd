import Link from 'next/link';
import type { PlaceView } from '#server/reports/schema.ts';
import { getText } from '../_text/server.ts';
import type { Measure } from './figures.ts';
import css from './office.module.css';

/** Where one is, from the top of one's own area down; the last one is here. */
export async function Trail({ trail, measure, all }: { trail: PlaceView[]; measure?: Measure | null; all?: boolean }) {
  const { t } = await getText();
  const query = measure ? `?measure=${measure}` : '';
  return (
    <nav aria-label={t('office.trail')} className={`${css.trail} no-print`}>
      <ol>
        {trail.map((place, i) => (
          <li key={place.code}>
            {i === trail.length - 1 && !all ? (
              <span aria-current="page">{place.name}</span>
            ) : (
              <Link href={i === 0 ? `/office${query}` : `/office/region/${place.code}${query}`} prefetch={false}>
                {place.name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
