'use client';

import type { ReactNode } from 'react';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';

type Props = { residentId: string; ofPatient: boolean; disabled: boolean; children: ReactNode };

/** Has all hospitals of a person asked for news; the page then shows how it goes. */
export function RefreshButton({ residentId, ofPatient, disabled, children }: Props) {
  const { run, working, trouble } = useAction();
  const { ask, askOfPatient } = trpc.hisSync.refresh;
  return (
    <>
      <Button
        look="second"
        small
        working={working}
        disabled={disabled}
        onClick={() => void run(() => (ofPatient ? askOfPatient : ask).mutate({ residentId }))}
      >
        {children}
      </Button>
      <FaultMessage trouble={trouble} />
    </>
  );
}
