'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';

export function ReadAllButton() {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <FaultMessage trouble={trouble} />
      <Button look="quiet" small working={working} onClick={() => run(() => trpc.notices.markRead.mutate({}))}>
        {t('inbox.readAll')}
      </Button>
    </>
  );
}
