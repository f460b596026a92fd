'use client';

import { type ReactNode, useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';

type Props = { facilityId: string; appointmentId: string; children: ReactNode };

/** Asks first, and says what cannot be undone. */
export function CancelButton({ facilityId, appointmentId, children }: Props) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble, clear } = useAction();
  const cancel = async () => {
    const done = await run(() => trpc.booking.cancel.mutate({ facilityId, appointmentId }));
    if (done) setAsking(false);
  };
  const close = () => {
    setAsking(false);
    clear();
  };
  return (
    <>
      <Button look="stop" wide onClick={() => setAsking(true)}>
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
        {children}
        <p>{t('visits.cancelLead')}</p>
      </Dialog>
    </>
  );
}
