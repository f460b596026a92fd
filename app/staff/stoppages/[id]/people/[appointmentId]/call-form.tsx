'use client';

import { useState } from 'react';
import { callOutcome } from '#server/stoppages/schema.ts';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import { Row, Stack } from '../../../../../_ui/page-head.tsx';

/** One press says what came of the call. */
export function CallForm({ appointmentId }: { appointmentId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [saved, setSaved] = useState(false);
  async function note(outcome: (typeof callOutcome.options)[number]) {
    setSaved(false);
    const done = await run(async () => {
      await trpc.stoppages.recordCall.mutate({ appointmentId, outcome });
      return true;
    });
    setSaved(done === true);
  }
  return (
    <Stack>
      <p>{t('stoppage.person.callLead')}</p>
      <Row>
        {callOutcome.options.map((outcome) => (
          <Button key={outcome} look="second" disabled={working} onClick={() => note(outcome)}>
            {t(`stoppage.person.${outcome}`)}
          </Button>
        ))}
        <span role="status">{saved ? t('stoppage.person.saved') : ''}</span>
      </Row>
      <FaultMessage trouble={trouble} />
    </Stack>
  );
}
