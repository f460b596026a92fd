'use client';

import { useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';

/** Takes the words back; the booking stays. */
export function RemoveAttached(key: { facilityId: string; appointmentId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    if (await run(() => trpc.navigation.answers.remove.mutate(key))) setAsking(false);
  };
  return (
    <>
      <Button look="second" small onClick={() => setAsking(true)}>
        {t('care.remove')}
      </Button>
      <Dialog
        open={asking}
        title={t('care.removeTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)} disabled={working}>
              {t('kit.cancel')}
            </Button>
            <Button look="stop" onClick={remove} working={working}>
              {t('care.removeYes')}
            </Button>
          </>
        }
      >
        <FaultMessage trouble={trouble} />
        <p>{t('care.removeLead')}</p>
      </Dialog>
    </>
  );
}
