import type { FindingView } from '#server/reviews/schema.ts';
import { FindingHead } from '../../../../../../_review/finding-head.tsx';
import { FindingSteps } from '../../../../../../_review/finding-steps.tsx';
import { Panel, Stack } from '../../../../../../_ui/page-head.tsx';
import { JudgeButtons } from './judge-buttons.tsx';

type Props = { one: FindingView; line: { type: string; title: string } | null; now: Date };

/** One finding before the official: what, where, how far, and what can be done next. */
export function FindingCard({ one, line, now }: Props) {
  return (
    <Panel>
      <Stack>
        <FindingHead one={one} line={line} overdue={one.dueAt !== null && one.dueAt < now} />
        {one.moves.length > 0 ? <JudgeButtons facilityId={one.facilityId} id={one.id} moves={one.moves} /> : null}
        <FindingSteps steps={one.steps} />
      </Stack>
    </Panel>
  );
}
