'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';

export function WithdrawButton(entry: { facilityId: string; sessionId: string; entryId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <FaultMessage trouble={trouble} />
      <form action={() => void run(() => trpc.draws.withdraw.mutate(entry))}>
        <Button type="submit" look="second" working={working}>
          {t('draw.withdraw')}
        </Button>
      </form>
    </>
  );
}
