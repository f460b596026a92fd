import type { Metadata } from 'next';
import { regionDay } from '#server/kernel/clock.ts';
import { labels } from '#server/navigation/understand/labels.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import { type Query, textParam } from '../../duties.ts';
import { RuleForm } from '../rule-form.tsx';
import { emptyRule } from '../rule-state.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('learn.form.newFlag') };
}

/** A rule that does not exist yet: a red flag, or with ?kind=advice one that moves departments. */
export default async function NewRulePage({ searchParams }: { searchParams: Query }) {
  const { t } = await getText();
  const kind = textParam((await searchParams).kind) === 'advice' ? 'advice' : 'red-flag';
  await load('/staff/guide-rules/new', api().navigation.learn.rules.query());
  return (
    <Column>
      <PageHead
        back={{ href: '/staff/guide-rules', label: t('learn.title') }}
        title={t(kind === 'advice' ? 'learn.form.newAdvice' : 'learn.form.newFlag')}
        lead={t('learn.form.saveHint')}
      />
      <TextProvider areas={['learn']}>
        <RuleForm
          rule={emptyRule(kind, regionDay(new Date()))}
          fresh
          ends={false}
          reason=""
          labels={labels.map(({ label }) => label)}
        />
      </TextProvider>
    </Column>
  );
}
