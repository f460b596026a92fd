import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { Column, PageHead, Panel, Stack } from '../../../_ui/page-head.tsx';
import { openSealed } from './actions.ts';
import { openMinutes } from './sealed-cookie.ts';

/** What stands in front: why it is apart, and the step that opens it. */
export async function Cover() {
  const { t } = await getText();
  return (
    <Column>
      <PageHead title={t('ownPlanning.title')} back={{ href: '/records', label: t('records.title') }} />
      <Panel>
        <Stack>
          <h2>{t('ownPlanning.cover.title')}</h2>
          <p>{t('ownPlanning.cover.text')}</p>
          <p>{t('ownPlanning.cover.family')}</p>
          <p>{t('ownPlanning.cover.around', { minutes: openMinutes })}</p>
          <form action={openSealed}>
            <Button type="submit" wide>
              {t('ownPlanning.cover.open')}
            </Button>
          </form>
          <p>
            <Link href="/records/privacy" prefetch={false}>
              {t('ownPlanning.cover.choices')}
            </Link>
          </p>
        </Stack>
      </Panel>
    </Column>
  );
}
