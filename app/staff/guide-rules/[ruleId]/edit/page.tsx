import type { Metadata } from 'next';
import { regionDay } from '#server/kernel/clock.ts';
import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { labels } from '#server/navigation/understand/labels.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { RuleForm } from '../../rule-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('learn.rule.edit') };
}

/** A new version is always from today on; a draft goes on where it was left. */
const asOfToday = (rule: RuleContent): RuleContent =>
  ({ ...rule, content: { ...rule.content, validFrom: regionDay(new Date()) } }) as RuleContent;

export default async function EditRulePage({ params }: PageInput<'ruleId'>) {
  const { t, locale } = await getText();
  const { ruleId } = await params;
  const rule = await load(`/staff/guide-rules/${ruleId}/edit`, api().navigation.learn.rule.query({ ruleId }));
  const draft = rule.versions.find(({ state }) => state === 'draft');
  const base = draft ?? rule.versions.find(({ version }) => version === rule.liveVersion) ?? rule.versions[0];
  if (!base) return null;
  const { can, rule: why } = rule.may.edit;
  const name = base.rule.content.name;
  return (
    <Column>
      <PageHead
        back={{ href: `/staff/guide-rules/${ruleId}`, label: locale === 'en' ? name.en : name.zh }}
        title={t('learn.form.edit', { name: locale === 'en' ? name.en : name.zh })}
        lead={t('learn.form.saveHint')}
      />
      {can ? (
        <TextProvider areas={['learn']}>
          <RuleForm
            rule={draft ? draft.rule : asOfToday(base.rule)}
            fresh={false}
            ends={draft?.ends ?? false}
            reason={draft?.reason ?? ''}
            labels={labels.map(({ label }) => label)}
          />
        </TextProvider>
      ) : (
        <Callout tone="wait" title={t(`fault.rule.${why as 'guide-waits-for-second'}`)} />
      )}
    </Column>
  );
}
