'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import { forgetKey, keepKey } from './request-key.ts';

type Props = {
  facilityId: string;
  sessionId: string;
  residentId: string;
  windowStart: string;
  change: { fromFacilityId: string; appointmentId: string } | null;
  otherTimes: string;
};

/** Rules that another time window of the same session may satisfy. */
const otherTimeHelps = ['window-full', 'overlap', 'full'];

/** Books, or swaps in one step. The key is made before sending and kept, so that trying again is safe. */
export function ConfirmButton({ facilityId, sessionId, residentId, windowStart, change, otherTimes }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const wish = [facilityId, sessionId, residentId, windowStart, change?.appointmentId ?? ''].join(' ');

  const confirm = async () => {
    const ticket = { key: keepKey(wish), facilityId, sessionId, windowStart: new Date(windowStart) };
    const visit = await run(
      () =>
        change
          ? trpc.booking.reschedule.mutate({ ...ticket, ...change })
          : trpc.booking.book.mutate({ ...ticket, residentId }),
      { refresh: false },
    );
    if (!visit) return;
    forgetKey(wish);
    router.replace(`/appointments/${visit.facilityId}/${visit.id}?new=1`);
  };

  const unsure = trouble?.code === 'network' || trouble?.code === 'unavailable';
  const label = unsure ? t('kit.retry') : t(change ? 'book.changeConfirm' : 'book.confirm');
  const blocking = trouble?.blocking?.kind === 'appointment' ? trouble.blocking : null;
  return (
    <>
      <FaultMessage trouble={trouble}>
        {unsure ? <p>{t('book.retrySafe')}</p> : null}
        {blocking ? (
          <ButtonLink href="/appointments" look="second" small>
            {t('fault.showBlocking')}
          </ButtonLink>
        ) : null}
        {trouble && otherTimeHelps.includes(trouble.rule) ? (
          <ButtonLink href={otherTimes} look="second" small>
            {t('book.changeChoose')}
          </ButtonLink>
        ) : null}
      </FaultMessage>
      {/* a form, because React keeps a submit that comes before the script is ready, but loses a click */}
      <form action={() => void confirm()}>
        <Button type="submit" working={working} wide>
          {working ? t('kit.working') : label}
        </Button>
      </form>
    </>
  );
}
