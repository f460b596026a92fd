import type { z } from 'zod';
import type { workView } from '#server/cases/schema.ts';
import { getText } from '../_text/server.ts';
import { AnswerForm } from './answer-form.tsx';
import { CasePanel } from './case-panel.tsx';

type Props = { one: z.infer<typeof workView>; now: Date; as: 'facility' | 'office' };

/** One case before those who answer: whose (masked), about what, how much time is left, and the answer. */
export async function CaseWork({ one, now, as }: Props) {
  const { t } = await getText();
  return (
    <CasePanel one={one} now={now} first={[{ label: t('privacy.work.person'), value: one.residentName }]}>
      {one.stage === 'closed' ? null : (
        <AnswerForm residentId={one.residentId} caseId={one.id} kind={one.kind} as={as} />
      )}
    </CasePanel>
  );
}
