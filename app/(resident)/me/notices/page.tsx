import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Column, PageHead, Stack } from '../../../_ui/page-head.tsx';
import { ChoiceSwitches } from './choice-switches.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.choices.title') };
}

/** What reaches a resident how (F7); what cannot be muted says why. */
export default async function NoticesPage() {
  const { t } = await getText();
  const { choices } = await load('/me/notices', api().notices.choices.query());
  return (
    <Column>
      <PageHead
        title={t('queue.choices.title')}
        back={{ href: '/me', label: t('me.title') }}
        lead={t('queue.choices.lead')}
      />
      <Stack>
        <TextProvider areas={['queue']}>
          <ChoiceSwitches choices={choices} />
        </TextProvider>
        <p>{t('queue.choices.muted')}</p>
        <Callout tone="info" title={t('queue.choices.mandatory')}>
          <p>{t('queue.choices.mandatoryWhy')}</p>
        </Callout>
      </Stack>
    </Column>
  );
}
