import type { z } from 'zod';
import type { workView } from '#server/cases/schema.ts';
import { getText } from '../_text/server.ts';
import { Panel, Row, Stack } from '../_ui/page-head.tsx';
import { AnswerForm } from './answer-form.tsx';
import { CaseFacts, CaseState } from './case-facts.tsx';

type Props = { one: z.infer<typeof workView>; now: Date; as: 'facility' | 'office' };

/** One case before those who answer: whose (masked), about what, how much time is left, and the answer. */
export async function CaseWork({ one, now, as }: Props) {
  const { t } = await getText();
  return (
    <Panel>
      <Stack>
        <Row>
          <strong>{t(`privacy.case.kind.${one.kind}`)}</strong>
          <CaseState one={one} now={now} />
        </Row>
        <CaseFacts one={one} first={[{ label: t('privacy.work.person'), value: one.residentName }]} />
        {one.stage === 'closed' ? null : (
          <AnswerForm residentId={one.residentId} caseId={one.id} kind={one.kind} as={as} />
        )}
      </Stack>
    </Panel>
  );
}
