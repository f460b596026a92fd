'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { RuleState, ruleOutput } from '#server/navigation/learn/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import css from '../../staff.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';

type May = z.infer<typeof ruleOutput>['may'];
/** `live`: the version that a roll-back takes away. */
type Props = { ruleId: string; version: number; state: RuleState; may: May; live: number | null };
type Ask = 'return' | 'withdraw' | 'roll-back' | null;

/** Propose, approve, return, give up, roll back: what one may not do stays in sight, with the reason. */
export function DecisionPanel({ ruleId, version, state, may, live }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [asking, setAsking] = useState<Ask>(null);
  const [done, setDone] = useState('');
  const { learn } = trpc.navigation;
  const key = { ruleId, version };
  const why = (rule: string | null) =>
    rule ? (
      <span className={css.why}>
        {t('learn.act.because', { reason: t(`fault.rule.${rule as 'guide-second-person'}`) })}
      </span>
    ) : null;
  async function act(work: () => Promise<unknown>, word: string) {
    setDone('');
    if (await run(work)) setDone(word);
    setAsking(null);
  }
  function confirmed(reason: string) {
    if (asking === 'return') return act(() => learn.returnRule.mutate({ ...key, reason }), t('learn.act.returned'));
    if (asking === 'withdraw')
      return act(() => learn.withdrawRule.mutate({ ...key, reason }), t('learn.act.withdrawn'));
    const back = { ruleId, version: live ?? version, reason };
    return act(() => learn.rollBackRule.mutate(back), t('learn.act.rolledBack'));
  }
  const titles = {
    return: t('learn.act.giveBack'),
    withdraw: t('learn.act.withdraw'),
    'roll-back': t('learn.act.rollBack', { version: live ?? version }),
  };
  return (
    <Section title={t('learn.act.title')}>
      <Panel>
        <FaultMessage trouble={trouble} />
        <p role="status" className={css.saved}>
          {done}
        </p>
        {state === 'draft' ? (
          <>
            <p className={css.lead}>{t('learn.act.proposeLead')}</p>
            <div className={css.actions}>
              <Button
                working={working}
                onClick={() => act(() => learn.proposeRule.mutate(key), t('learn.act.proposed'))}
              >
                {t('learn.act.propose')}
              </Button>
              <Button look="quiet" working={working} onClick={() => setAsking('withdraw')}>
                {titles.withdraw}
              </Button>
            </div>
          </>
        ) : null}
        {state === 'proposed' ? (
          <>
            <p className={css.lead}>{t('learn.act.approveLead')}</p>
            <div className={css.actions}>
              <Button
                disabled={!may.decide.can}
                working={working}
                onClick={() => act(() => learn.approveRule.mutate(key), t('learn.act.approved'))}
              >
                {t('learn.act.approve')}
              </Button>
              <Button look="second" disabled={!may.decide.can} working={working} onClick={() => setAsking('return')}>
                {titles.return}
              </Button>
              {why(may.decide.rule)}
            </div>
          </>
        ) : null}
        <p className={css.lead}>{t('learn.act.rollBackLead')}</p>
        <div className={css.actions}>
          <Button look="stop" disabled={!may.rollBack.can} working={working} onClick={() => setAsking('roll-back')}>
            {titles['roll-back']}
          </Button>
          {why(may.rollBack.rule)}
        </div>
      </Panel>
      <ReasonDialog
        open={asking !== null}
        title={asking ? titles[asking] : ''}
        working={working}
        onClose={() => setAsking(null)}
        onConfirm={confirmed}
      />
    </Section>
  );
}
