import type { z } from 'zod';
import type { sessionOutput } from '#server/schedules/schema.ts';
import { Panel, Stack } from '../../_ui/page-head.tsx';
import { GoodToKnow } from './good-to-know.tsx';
import { SessionFacts } from './session-facts.tsx';

/** What was chosen so far, and the rules that go with it. */
export const SessionPanel = (props: z.infer<typeof sessionOutput>) => (
  <Panel>
    <Stack>
      <SessionFacts session={props.session} facilityName={props.facilityName} place={props.place} />
      <GoodToKnow {...props} />
    </Stack>
  </Panel>
);
