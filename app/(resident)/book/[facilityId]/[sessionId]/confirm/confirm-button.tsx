'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import { KeptForm } from '../../../../../_ui/kept-form.tsx';
import { forget, type Kept } from '../../../../care/kept.ts';
import { AttachBox, useKeptFor } from './attach-box.tsx';
import { forgetKey, keepKey } from './request-key.ts';

type Props = {
  facilityId: string;
  sessionId: string;
  residentId: string;
  windowStart: string;
  change: { fromFacilityId: string; appointmentId: string } | null;
  otherTimes: string;
  /** What the line at a release gave this browser. */
  pass: string | null;
};

/** Rules that another time window of the same session may satisfy. */
const otherTimeHelps = ['window-full', 'overlap', 'full'];
/** Rules of the line at a release: its page goes on by itself. */
const lineHelps = ['wait-turn', 'join-line'];

/** Books, or swaps in one step. The key is made before sending and kept, so that trying again is safe. */
export function ConfirmButton({ facilityId, sessionId, residentId, windowStart, change, otherTimes, pass }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const kept = useKeptFor(residentId);
  const [attach, setAttach] = useState(false);
  const wish = [facilityId, sessionId, residentId, windowStart, change?.appointmentId ?? ''].join(' ');

  const confirm = async () => {
    const ticket = { key: keepKey(wish), facilityId, sessionId, windowStart: new Date(windowStart), pass };
    const visit = await run(
      () =>
        change
          ? trpc.booking.reschedule.mutate({ ...ticket, ...change })
          : trpc.booking.book.mutate({ ...ticket, residentId }),
      { refresh: false },
    );
    if (!visit) return false;
    forgetKey(wish);
    const attached = kept && attach ? await attachStory(visit, kept) : true;
    forget();
    router.replace(`/appointments/${visit.facilityId}/${visit.id}?new=1${attached ? '' : '&unattached=1'}`);
    return false;
  };

  const unsure = trouble?.code === 'network' || trouble?.code === 'unavailable';
  const label = unsure ? t('kit.retry') : t(change ? 'book.changeConfirm' : 'book.confirm');
  const blocking = trouble?.blocking?.kind === 'appointment' ? trouble.blocking : null;
  return (
    <>
      {kept && !change ? <AttachBox kept={kept} ticked={attach} onTick={setAttach} /> : null}
      <FaultMessage trouble={trouble}>
        {unsure ? <p>{t('book.retrySafe')}</p> : null}
        {blocking ? (
          <ButtonLink href="/appointments" look="second" small>
            {t('fault.showBlocking')}
          </ButtonLink>
        ) : null}
        {trouble?.blocking?.kind === 'strikes' ? (
          <ButtonLink href="/me/conduct" look="second" small>
            {t('book.seeConduct')}
          </ButtonLink>
        ) : null}
        {trouble && lineHelps.includes(trouble.rule) ? (
          <ButtonLink href={`/rush/${facilityId}/${sessionId}`} prefetch={false} small>
            {t('rush.toLine')}
          </ButtonLink>
        ) : null}
        {trouble && otherTimeHelps.includes(trouble.rule) ? (
          <ButtonLink href={otherTimes} look="second" small>
            {t('book.changeChoose')}
          </ButtonLink>
        ) : null}
      </FaultMessage>
      {/* a form, because React keeps a submit that comes before the script is ready, but loses a click */}
      <KeptForm send={confirm}>
        <Button type="submit" working={working} wide>
          {working ? t('kit.working') : label}
        </Button>
      </KeptForm>
    </>
  );
}

/** The booking stands whatever becomes of this; the next page says when the words did not go along. */
async function attachStory(visit: { facilityId: string; id: string }, { story }: Kept): Promise<boolean> {
  const wish = { facilityId: visit.facilityId, appointmentId: visit.id, story, agreed: true as const };
  return trpc.navigation.answers.attach.mutate(wish).then(
    () => true,
    () => false,
  );
}
