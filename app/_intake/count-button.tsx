'use client';

import { useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';

/** Has the hospital asked at once how much it has. */
export function CountButton({ facilityId }: { facilityId: string | null }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [asked, setAsked] = useState(false);
  const ask = async () => {
    const { count, countOwn } = trpc.hisSync.intake;
    const done = await run(async () => {
      await (facilityId ? count.mutate({ facilityId }) : countOwn.mutate());
      return true;
    });
    if (done) setAsked(true);
  };
  if (asked) return <p role="status">{t('intake.counts.asked')}</p>;
  return (
    <>
      <Button look="second" small working={working} onClick={() => void ask()}>
        {t('intake.counts.again')}
      </Button>
      <FaultMessage trouble={trouble} />
    </>
  );
}
