'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';

export function RemoveButton({ id, name }: { id: string; name: string }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble } = useAction();
  const remove = async () => {
    if (await run(() => trpc.residents.removeMember.mutate({ id }))) setAsking(false);
  };
  return (
    <>
      <Button look="quiet" small onClick={() => setAsking(true)}>
        {t('me.remove')}
        <span className="sr-only">{name}</span>
      </Button>
      <Dialog
        open={asking}
        title={t('me.removeTitle', { name })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)} disabled={working}>
              {t('kit.cancel')}
            </Button>
            <Button look="stop" onClick={remove} working={working}>
              {t('me.removeYes')}
            </Button>
          </>
        }
      >
        <FaultMessage trouble={trouble} />
        <p>{t('me.removeLead')}</p>
      </Dialog>
    </>
  );
}
