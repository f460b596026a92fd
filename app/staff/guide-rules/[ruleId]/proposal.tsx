import type { VersionView } from '#server/navigation/learn/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Callout, StatusBadge } from '../../../_ui/callout.tsx';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import staffCss from '../../staff.module.css';
import { Difference } from '../difference.tsx';
import { RuleText } from '../rule-content.tsx';

type Props = { open: VersionView; live: VersionView | undefined };

/** What the version that is being changed says, against the one that applies. */
export async function Proposal({ open, live }: Props) {
  const { t } = await getText();
  return (
    <Section
      title={t('learn.rule.proposal', { version: open.version })}
      side={<StatusBadge tone={open.state === 'draft' ? 'info' : 'wait'}>{t(`learn.state.${open.state}`)}</StatusBadge>}
    >
      <Panel>
        <p className={staffCss.lead}>{open.reason}</p>
        {open.ends ? <Callout tone="wait" title={t('learn.rule.ends')} /> : null}
        {live ? (
          <>
            <p className={staffCss.aside}>{t('learn.rule.against', { version: live.version })}</p>
            <Difference before={live.rule} after={open.rule} />
          </>
        ) : (
          <RuleText rule={open.rule} />
        )}
      </Panel>
    </Section>
  );
}
