import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { Column, PageHead, Panel } from '../../../../_ui/page-head.tsx';
import { AddMemberForm } from './add-member-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('me.memberTitle') };
}

export default async function AddMemberPage() {
  const { t } = await getText();
  await load('/me/family/add', api().residents.family.query());
  return (
    <Column>
      <PageHead title={t('me.memberTitle')} lead={t('me.adult')} back={{ href: '/me/family', label: t('me.family') }} />
      <Panel>
        <TextProvider areas={['me', 'signIn']}>
          <AddMemberForm />
        </TextProvider>
      </Panel>
    </Column>
  );
}
