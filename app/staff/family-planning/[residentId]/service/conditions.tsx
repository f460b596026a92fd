'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { Condition, ConditionGroup } from '#server/family-planning/eligibility/conditions.ts';
import {
  type eligibilityOutput,
  type MethodVerdict,
  recordServiceInput,
} from '#server/family-planning/schema/service.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { wordsOf } from '../../../../_ui/form-words.ts';
import css from '../../../staff.module.css';
import { ConditionFields } from './condition-fields.tsx';
import { Verdicts } from './verdicts.tsx';

type Props = {
  residentId: string;
  groups: { group: ConditionGroup; conditions: readonly Condition[] }[];
  ticked: string[];
  onTick: (ticked: string[]) => void;
  onJudged: (verdicts: MethodVerdict[]) => void;
};
type Judged = z.infer<typeof eligibilityOutput> & { of: string };

/** What may stand against a method, and on asking what the table of that day says of every one. */
export function Conditions({ residentId, groups, ticked, onTick, onJudged }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [judged, setJudged] = useState<Judged | null>(null);
  const look = async (form: HTMLFormElement) => {
    const words = wordsOf(new FormData(form));
    const need = recordServiceInput.shape.need.parse(words('need'));
    const wish = { residentId, conditions: ticked, need, on: words('served-on') };
    const found = await run(() => trpc.familyPlanning.desk.eligibility.query(wish), { refresh: false });
    if (!found) return;
    setJudged({ ...found, of: ticked.join() });
    onJudged(found.methods);
  };
  return (
    <>
      <ConditionFields groups={groups} ticked={ticked} onTick={onTick} />
      <FaultMessage trouble={trouble} />
      <div className={css.actions}>
        <Button
          look="second"
          working={working}
          onClick={(event) => event.currentTarget.form && void look(event.currentTarget.form)}
        >
          {t('planning.service.judge')}
        </Button>
        <span className={css.why}>{t('planning.service.judgeLead')}</span>
      </div>
      {judged ? <Verdicts judged={judged} stale={judged.of !== ticked.join()} /> : null}
    </>
  );
}
