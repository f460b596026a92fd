'use client';

import { useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';

type Props = {
  facilityId: string | null;
  wish: { resourceType: string; reason: string; resourceId?: string };
  /** Nothing to press, but what came of the last press. */
  offered?: boolean;
};

/** Reads again what waits for a reason, or one resource of it, and says what came of it. */
export function RerunButton({ facilityId, wish, offered = true }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [done, setDone] = useState<{ read: number; waiting: number; left: number } | null>(null);
  const rerun = async () => {
    const { rerun: theirs, rerunOwn } = trpc.hisSync.intake;
    const result = await run(() => (facilityId ? theirs.mutate({ ...wish, facilityId }) : rerunOwn.mutate(wish)));
    if (result) setDone(result);
  };
  return (
    <>
      {offered ? (
        <Button
          look={wish.resourceId ? 'second' : 'primary'}
          small={Boolean(wish.resourceId)}
          working={working}
          onClick={() => void rerun()}
        >
          {t(wish.resourceId ? 'intake.waiting.one' : 'intake.waiting.all')}
        </Button>
      ) : null}
      {done ? (
        <p role="status">
          {t('intake.waiting.done', done)}
          {done.left > 0 && !wish.resourceId ? ` ${t('intake.waiting.left', done)}` : null}
        </p>
      ) : null}
      <FaultMessage trouble={trouble} />
    </>
  );
}
