import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { Facts } from '../../_ui/table.tsx';
import { mayKeepSessions } from '../duties.ts';
import css from '../staff.module.css';
import { groupNames, ruleGroups, ruleValue } from './rule-fields.ts';
import { RuleLog } from './rule-log.tsx';
import own from './rules.module.css';
import { RulesForm } from './rules-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('plan.rules.title') };
}

/** The facility's dated rules: what holds today, what is coming, who changed what. */
export default async function RulesPage() {
  const { t } = await getText();
  const [me, rules] = await load('/staff/rules', Promise.all([getMe(), api().schedules.rules.query()]));
  return (
    <>
      <PageHead
        title={t('plan.rules.title')}
        lead={t('plan.rules.lead')}
        side={
          <ButtonLink href="/staff/rules/limits" look="second">
            {t('rules.limits.link')}
          </ButtonLink>
        }
      />
      <div className={css.two}>
        <Section title={t('plan.rules.now')}>
          <Panel>
            {groupNames.map((group) => (
              <div key={group} className={own.group}>
                <h3>{t(`rules.group.${group}`)}</h3>
                <Facts
                  facts={ruleGroups[group].map((field) => ({
                    label: t(`rules.field.${field}`),
                    value: <b className="digits">{ruleValue(t, rules.today[field])}</b>,
                  }))}
                />
              </div>
            ))}
          </Panel>
        </Section>
        <Section title={t('plan.rules.change')}>
          <TextProvider areas={['plan', 'rules']}>
            <RulesForm
              today={rules.today}
              bounds={rules.bounds}
              earliest={rules.earliest}
              blocked={mayKeepSessions(me.roles) ? null : t('plan.rules.readOnly')}
            />
          </TextProvider>
        </Section>
      </div>
      <RuleLog changes={rules.changes} />
    </>
  );
}
