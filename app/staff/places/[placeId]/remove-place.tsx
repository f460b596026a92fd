'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';

/** Asks first: the ways go too, and a code that hangs on a wall stops working. */
export function RemovePlace({ id, name, ways }: { id: string; name: string; ways: number }) {
  const { t } = useText();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble } = useAction();
  const remove = async () => {
    const done = await run(() => trpc.navigation.arrive.removePlace.mutate({ id }), { refresh: false });
    if (done) router.push('/staff/places');
  };
  return (
    <>
      <Button look="stop" onClick={() => setAsking(true)}>
        {t('places.remove')}
      </Button>
      <Dialog
        open={asking}
        title={t('places.removeTitle', { name })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)} disabled={working}>
              {t('places.removeNo')}
            </Button>
            <Button look="stop" onClick={remove} working={working}>
              {t('places.removeYes')}
            </Button>
          </>
        }
      >
        <FaultMessage trouble={trouble} />
        <p>{t('places.removeLead', { count: ways })}</p>
      </Dialog>
    </>
  );
}
