'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { PlaceView } from '#server/queues/schema.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Callout, type Tone } from '../../../../_ui/callout.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import css from '../../visits.module.css';

type Props = { facilityId: string; appointmentId: string; first: PlaceView };
const everyMs = 10_000;
const tones: Partial<Record<PlaceView['state'], Tone>> = {
  called: 'good',
  missed: 'stop',
  waiting: 'wait',
  away: 'wait',
};

/** One's own place, asked for gently while the page is looked at. Lost network leaves the last answer and says so. */
export function QueuePlace({ facilityId, appointmentId, first }: Props) {
  const { t, f } = useText();
  const router = useRouter();
  const [place, setPlace] = useState(first);
  const [lost, setLost] = useState(false);
  const { run, working, trouble } = useAction();
  useEffect(() => setPlace(first), [first]);
  useEffect(() => {
    let over = false;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const now = await trpc.queues.place.query({ facilityId, appointmentId }).catch(() => undefined);
      if (over) return;
      setLost(now === undefined);
      if (now) setPlace(now);
      if (now === null) router.refresh();
    }, everyMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [router, facilityId, appointmentId]);
  const updated = f.time(place.asOf);
  return (
    <Callout
      tone={tones[place.state] ?? 'info'}
      title={`${t('queue.place.title')} · ${t(`queue.state.${place.state}`)}`}
    >
      <div role="status">
        <PlaceText place={place} facilityId={facilityId} />
      </div>
      {place.state === 'not-here' && place.checkIn.can ? (
        <>
          <p>{t('queue.place.checkInLead')}</p>
          <Button
            wide
            working={working}
            onClick={() => run(() => trpc.queues.checkIn.mutate({ facilityId, appointmentId }))}
          >
            {t('queue.place.checkIn')}
          </Button>
        </>
      ) : null}
      <FaultMessage trouble={trouble} />
      <p className={css.why}>
        {lost ? t('queue.place.offline', { time: updated }) : t('kit.updatedAt', { time: updated })}
      </p>
    </Callout>
  );
}

function PlaceText({ place, facilityId }: { place: PlaceView; facilityId: string }) {
  const { t, f } = useText();
  const room = place.room ?? '';
  if (place.state === 'not-here') {
    if (place.checkIn.can) return null;
    return place.checkIn.rule === 'check-in-early' ? (
      <p>{t('queue.place.opens', { time: f.time(place.checkIn.opensAt) })}</p>
    ) : (
      <p>{t('queue.place.cannot')}</p>
    );
  }
  if (place.state === 'called') return <p>{t('queue.place.room', { room, doctor: place.doctor ?? '' })}</p>;
  if (place.state === 'in-room') return <p>{t('queue.place.inRoom', { room })}</p>;
  if (place.state === 'moved') {
    return (
      <>
        <p>{t('queue.place.moved')}</p>
        {place.movedTo ? (
          <ButtonLink href={`/appointments/${facilityId}/${place.movedTo}`} look="second">
            {t('queue.place.openMoved')}
          </ButtonLink>
        ) : null}
      </>
    );
  }
  if (place.state !== 'waiting') return <p>{t(`queue.place.${place.state}`)}</p>;
  return (
    <>
      <p>
        <strong>{t('queue.place.ahead', { count: place.ahead ?? 0 })}</strong>
        {place.minutes ? ` · ${t('queue.place.wait', place.minutes)}` : null}
      </p>
      {place.begun ? null : <p>{t('queue.place.notBegun', { time: f.time(place.startsAt) })}</p>}
      {place.late ? <p>{t('queue.place.late', { places: place.latePlaces })}</p> : null}
      {place.priority ? <p>{t(`queue.priority.${place.priority}`)}</p> : null}
      <p className={css.why}>{t('queue.place.waitHint')}</p>
    </>
  );
}
