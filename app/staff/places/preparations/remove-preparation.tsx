'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';

/** The less exact row, or the platform's default, holds again. */
export function RemovePreparation({ id, subject }: { id: string; subject: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <Button
        look="quiet"
        small
        working={working}
        aria-label={t('places.prepare.removeOf', { subject })}
        onClick={() => run(() => trpc.navigation.arrive.removePreparation.mutate({ id }))}
      >
        {t('places.prepare.remove')}
      </Button>
      <FaultMessage trouble={trouble} />
    </>
  );
}
