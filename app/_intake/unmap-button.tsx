'use client';

import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';

/** Takes a match back: its entries count as before, and the code waits again. */
export function UnmapButton(own: { system: string; code: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <Button
        look="second"
        small
        working={working}
        onClick={() => void run(() => trpc.hisSync.intake.unmap.mutate(own))}
      >
        {t('intake.gaps.remove')}
      </Button>
      <FaultMessage trouble={trouble} />
    </>
  );
}
