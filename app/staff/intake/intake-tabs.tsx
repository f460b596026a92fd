import { getText } from '../../_text/server.ts';
import { LinkTabs } from '../../_ui/link-tabs.tsx';

const tabs = { intake: '/staff/intake', files: '/staff/intake/files', template: '/staff/intake/files/template' };

/** What came in, and the tables of hospitals that have no interface. */
export async function IntakeTabs({ at }: { at: keyof typeof tabs }) {
  const { t } = await getText();
  return (
    <LinkTabs
      look="line"
      label={t('files.tab.label')}
      tabs={(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => ({
        ...{ href: tabs[tab], text: t(`files.tab.${tab}`), here: tab === at },
      }))}
    />
  );
}
