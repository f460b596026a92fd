'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';

type Props = { ask: string; facilityId: string; appointmentId: string; label: string; until: string };

/** Gives a number up for the person; asks first, as it cannot be had back. */
export function CancelVisit({ ask, facilityId, appointmentId, label, until }: Props) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble, clear } = useAction();
  const close = () => {
    setAsking(false);
    clear();
  };
  const cancel = async () => {
    if (await run(() => trpc.proxy.cancel.mutate({ ask, facilityId, appointmentId }))) close();
  };
  return (
    <>
      <Button look="quiet" small aria-label={label} onClick={() => setAsking(true)}>
        {t('visits.cancel')}
      </Button>
      <Dialog
        open={asking}
        title={t('visits.cancelTitle')}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close} disabled={working}>
              {t('visits.cancelNo')}
            </Button>
            <Button look="stop" onClick={cancel} working={working}>
              {t('visits.cancelYes')}
            </Button>
          </>
        }
      >
        <FaultMessage trouble={trouble} />
        <p>{until}</p>
        <p>{t('visits.cancelLead')}</p>
      </Dialog>
    </>
  );
}
