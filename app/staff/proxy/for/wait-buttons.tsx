'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { Row } from '../../../_ui/page-head.tsx';

type Session = { ask: string; facilityId: string; sessionId: string };

/** Joins for the person; joining again by accident finds the place already taken. */
export function JoinWait(session: Session) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  return (
    <>
      <FaultMessage trouble={trouble} />
      <Button working={working} onClick={() => run(() => trpc.waitlist.joinAtDesk.mutate(session))}>
        {t('proxy.wait.join')}
      </Button>
    </>
  );
}

type Wait = { ask: string; facilityId: string; entryId: string };
type Labels = { acceptLabel: string | null; leaveLabel: string };

/** Takes the number kept and goes on to the slip, or gives up the place. */
export function DecideWait({ acceptLabel, leaveLabel, ...wait }: Wait & Labels) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const accept = async () => {
    const made = await run(() => trpc.waitlist.acceptAtDesk.mutate(wait), { refresh: false });
    if (made) router.push(`/staff/proxy/slip/${made.appointmentId}?new=1`);
  };
  return (
    <>
      <FaultMessage trouble={trouble} />
      <Row>
        {acceptLabel ? (
          <Button small working={working} aria-label={acceptLabel} onClick={accept}>
            {t('wait.accept')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          small
          working={working}
          aria-label={leaveLabel}
          onClick={() => run(() => trpc.waitlist.leaveAtDesk.mutate(wait))}
        >
          {t(acceptLabel ? 'wait.turnDown' : 'wait.leave')}
        </Button>
      </Row>
    </>
  );
}
