'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../_ui/button.tsx';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { Row } from '../../../_ui/page-head.tsx';

type Which = { facilityId: string; entryId: string };

/** Takes the kept number in one press, or passes it on. */
export function OfferedButtons(which: Which) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const accept = async () => {
    const made = await run(() => trpc.waitlist.accept.mutate(which), { refresh: false });
    if (made) router.push(`/appointments/${which.facilityId}/${made.appointmentId}?new=1`);
  };
  return (
    <>
      <FaultMessage trouble={trouble}>
        {trouble?.blocking?.kind === 'appointment' ? (
          <ButtonLink href="/appointments" look="second" small>
            {t('fault.showBlocking')}
          </ButtonLink>
        ) : null}
      </FaultMessage>
      <Row>
        <Button onClick={accept} working={working}>
          {t('wait.accept')}
        </Button>
        <LeaveButton {...which} label={t('wait.turnDown')} />
      </Row>
    </>
  );
}

/** Asks first: the place is gone for good. */
export function LeaveButton({ label, ...which }: Which & { label?: string }) {
  const { t } = useText();
  return (
    <ConfirmButton
      label={label ?? t('wait.leave')}
      title={t('wait.leaveTitle')}
      yes={label ?? t('wait.leave')}
      no={t('wait.keep')}
      look="quiet"
      yesLook="stop"
      size="usual"
      act={() => trpc.waitlist.leave.mutate(which)}
    >
      <p>{t('wait.leaveLead')}</p>
    </ConfirmButton>
  );
}
