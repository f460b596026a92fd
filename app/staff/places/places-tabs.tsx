import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import css from './places.module.css';

const tabs = { places: '/staff/places', codes: '/staff/places/codes', preparations: '/staff/places/preparations' };

/** The three pages of those who keep the inside of the house right. */
export async function PlacesTabs({ at }: { at: keyof typeof tabs }) {
  const { t } = await getText();
  return (
    <nav className={`${css.tabs} no-print`} aria-label={t('places.tabs')}>
      {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
        <Link key={tab} href={tabs[tab]} aria-current={tab === at ? 'page' : undefined} prefetch={false}>
          {t(`places.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
