import { getText } from '../../_text/server.ts';
import { LinkTabs } from '../../_ui/link-tabs.tsx';

const tabs = { places: '/staff/places', codes: '/staff/places/codes', preparations: '/staff/places/preparations' };

/** The three pages of those who keep the inside of the house right. */
export async function PlacesTabs({ at }: { at: keyof typeof tabs }) {
  const { t } = await getText();
  return (
    <LinkTabs
      look="line"
      label={t('places.tabs')}
      className="no-print"
      tabs={(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => ({
        ...{ href: tabs[tab], text: t(`places.tab.${tab}`), here: tab === at },
      }))}
    />
  );
}
