import type { ReactNode } from 'react';
import type { CaseView } from '#server/cases/schema.ts';
import { getText } from '../_text/server.ts';
import { Panel, Row, Stack } from '../_ui/page-head.tsx';
import { CaseFacts, CaseState } from './case-facts.tsx';

type Props = { one: CaseView; now: Date; first?: { label: string; value: ReactNode }[]; children?: ReactNode };

/** One question with its clock and its answer, as who asked reads it; for who answers, with more before and after. */
export async function CasePanel({ one, now, first, children }: Props) {
  const { t } = await getText();
  return (
    <Panel>
      <Stack>
        <Row>
          <strong>{t(`privacy.case.kind.${one.kind}`)}</strong>
          <CaseState one={one} now={now} />
        </Row>
        <CaseFacts one={one} {...(first ? { first } : {})} />
        {children}
      </Stack>
    </Panel>
  );
}
