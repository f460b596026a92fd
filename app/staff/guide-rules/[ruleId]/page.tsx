import type { Metadata } from 'next';
import type { z } from 'zod';
import type { ruleOutput } from '#server/navigation/learn/schema.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { ReplayReport } from '../replay-report.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Proposal } from './proposal.tsx';
import { RuleHistory } from './rule-history.tsx';
import { RuleNow } from './rule-now.tsx';

type Rule = z.infer<typeof ruleOutput>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('learn.title') };
}

/** One rule: what it changes, what the stored cases say, who decides, and all that was decided before. */
export default async function RulePage({ params }: PageInput<'ruleId'>) {
  const { t, f, locale } = await getText();
  const { ruleId } = await params;
  const rule = await load(`/staff/guide-rules/${ruleId}`, api().navigation.learn.rule.query({ ruleId }));
  const newest = rule.versions[0];
  if (!newest) return null;
  const live = rule.versions.find(({ version }) => version === rule.liveVersion);
  const open = newest.state === 'draft' || newest.state === 'proposed' ? newest : null;
  const { zh, en } = (live ?? newest).rule.content.name;
  return (
    <>
      <PageHead
        back={{ href: '/staff/guide-rules', label: t('learn.title') }}
        title={locale === 'en' ? en : zh}
        lead={[
          t(`learn.kind.${rule.kind}`),
          live ? t('learn.version', { version: live.version }) : t('learn.notLive'),
        ].join(' · ')}
        updated={t('kit.updatedAt', { time: f.time(rule.asOf) })}
        side={
          rule.may.edit.can ? (
            <ButtonLink href={`/staff/guide-rules/${ruleId}/edit`} look="second" prefetch={false}>
              {t(newest.state === 'draft' ? 'learn.rule.edit' : 'learn.rule.editAnew')}
            </ButtonLink>
          ) : null
        }
      />
      {open ? <Proposal open={open} live={live} /> : null}
      <TextProvider areas={['learn']}>
        <DecisionPanel
          ruleId={ruleId}
          version={newest.version}
          state={newest.state}
          may={rule.may}
          live={rollable(rule)}
        />
        {rule.replay ? (
          <Section title={t('learn.replay.title')}>
            <Panel>
              <ReplayReport
                view={rule.replay}
                lead={`${t(`learn.replay.at.${rule.replay.purpose as 'approve'}`)} ${f.stamp(rule.replay.at)}`}
              />
            </Panel>
          </Section>
        ) : null}
        <RuleNow live={live} newest={newest} />
      </TextProvider>
      <RuleHistory rule={rule} />
    </>
  );
}

/** The version that a roll-back would take away: one that is coming before the one that applies. */
function rollable({ versions, asOf }: Rule): number | null {
  const approved = versions.filter(({ state }) => state === 'approved');
  const coming = approved.find(({ liveFrom }) => liveFrom !== null && liveFrom > asOf);
  return coming?.version ?? approved[0]?.version ?? null;
}
