import type { VersionView } from '#server/navigation/learn/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import staffCss from '../../staff.module.css';
import { RuleText } from '../rule-content.tsx';
import { SavedTry } from '../saved-try.tsx';

type Props = { live: VersionView | undefined; newest: VersionView };

/** The rule as it applies, beside a place to try its newest version. */
export async function RuleNow({ live, newest }: Props) {
  const { t } = await getText();
  return (
    <div className={staffCss.two}>
      <Section title={t(live ? 'learn.rule.current' : 'learn.rule.newRule')}>
        <Panel>
          <RuleText rule={(live ?? newest).rule} />
        </Panel>
      </Section>
      <Section title={t('learn.try.title')}>
        <Panel>
          <SavedTry rule={newest.rule} ends={newest.ends} />
        </Panel>
      </Section>
    </div>
  );
}
