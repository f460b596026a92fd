import type { CaseView } from '#server/cases/schema.ts';
import { CaseFacts, CaseState } from '../../_cases/case-facts.tsx';
import { getText } from '../../_text/server.ts';
import { Panel, Row, Stack } from '../../_ui/page-head.tsx';

/** One question with its clock and its answer, as who asked reads it. */
export async function CasePanel({ one, now }: { one: CaseView; now: Date }) {
  const { t } = await getText();
  return (
    <Panel>
      <Stack>
        <Row>
          <strong>{t(`privacy.case.kind.${one.kind}`)}</strong>
          <CaseState one={one} now={now} />
        </Row>
        <CaseFacts one={one} />
      </Stack>
    </Panel>
  );
}
