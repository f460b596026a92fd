import Link from 'next/link';
import links from '#app/_ui/link-tabs.module.css';
import { getText } from '../../_text/server.ts';

const tabs = { places: '/staff/places', codes: '/staff/places/codes', preparations: '/staff/places/preparations' };

/** The three pages of those who keep the inside of the house right. */
export async function PlacesTabs({ at }: { at: keyof typeof tabs }) {
  const { t } = await getText();
  return (
    <nav className={`${links.line} no-print`} aria-label={t('places.tabs')}>
      {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
        <Link key={tab} href={tabs[tab]} aria-current={tab === at ? 'page' : undefined} prefetch={false}>
          {t(`places.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
