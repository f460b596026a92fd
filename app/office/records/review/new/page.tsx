import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../../_trpc/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Stack } from '../../../../_ui/page-head.tsx';
import { PlanForm } from './plan-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.plan.title') };
}

const dayMs = 86_400_000;

/** A new sampling rule: of which hospitals, what, of when, how much. */
export default async function NewReviewPage() {
  const { t, f } = await getText();
  const path = '/office/records/review/new';
  const me = await load(path, getMe());
  const code = me.region?.code ?? '';
  const below = await load(path, api().facilities.regions.query({ code }));
  const today = new Date();
  return (
    <TextProvider areas={['review', 'doors']}>
      <PageHead
        title={t('review.plan.title')}
        back={{ href: '/office/records/review', label: t('review.back') }}
        lead={t('review.plan.lead')}
      />
      <Column>
        <Stack>
          <Callout tone="info">{t('review.plan.excluded')}</Callout>
          <Panel>
            <PlanForm
              region={{ code, name: me.region?.name ?? '' }}
              below={below.children}
              from={f.isoDay(new Date(today.getTime() - 90 * dayMs))}
              to={f.isoDay(today)}
            />
          </Panel>
        </Stack>
      </Column>
    </TextProvider>
  );
}
