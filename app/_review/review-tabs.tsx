import { getText } from '../_text/server.ts';
import { LinkTabs } from '../_ui/link-tabs.tsx';

const base = '/office/records/review';
const tabs = { list: base, work: `${base}/work`, quality: `${base}/quality` } as const;

/** The parts of the officials' desk. */
export async function ReviewTabs({ here }: { here: keyof typeof tabs }) {
  const { t } = await getText();
  return (
    <LinkTabs
      look="line"
      label={t('review.title')}
      tabs={(Object.keys(tabs) as (keyof typeof tabs)[]).map((key) => ({
        href: tabs[key],
        text: t(`review.tabs.${key}`),
        here: key === here,
      }))}
    />
  );
}
