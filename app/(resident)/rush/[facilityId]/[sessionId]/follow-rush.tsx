'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { RushView } from '#server/rush/schema.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Facts } from '../../../../_ui/table.tsx';

type Props = { facilityId: string; sessionId: string; pass: string | null; book: string; first: RushView };

const retryMs = 10_000;

/** Asks when the server says it is worth asking, so that thousands who wait do not ask all at once. */
export function FollowRush({ facilityId, sessionId, pass, book, first }: Props) {
  const { t, f } = useText();
  const router = useRouter();
  const [line, setLine] = useState(first);
  const [lost, setLost] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer sets the time of the next question
  useEffect(() => {
    let over = false;
    const timer = setTimeout(
      async () => {
        const now = await trpc.rush.place.query({ facilityId, sessionId, pass }).catch(() => null);
        if (over) return;
        setLost(now === null);
        setAsked((count) => count + 1);
        if (!now) return;
        if (now.state === 'turn' || now.state === 'none') window.location.assign(book);
        else if (now.free === 0 || now.state !== line.state) router.refresh();
        setLine(now);
      },
      lost ? retryMs : line.askAgainMs,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, facilityId, sessionId, pass, book]);
  const release = f.moment(line.releaseAt);
  return (
    <Callout tone="wait" title={t(line.state === 'before' ? 'rush.before' : 'rush.waiting')}>
      <div role="status">
        {line.state === 'before' ? <p>{t('rush.beforeLead', { release })}</p> : null}
        <Facts large facts={line.state === 'before' ? before() : waiting()} />
        <p>{t('rush.goesOn')}</p>
        <p className="sub">{t('kit.updatedAt', { time: f.time(line.asOf) })}</p>
        {lost ? <p>{t('rush.lost')}</p> : null}
      </div>
    </Callout>
  );

  function before() {
    return [
      { label: t('rush.release'), value: release },
      { label: t('rush.people'), value: t('rush.peopleValue', { people: f.number(line.people) }) },
    ];
  }

  function waiting() {
    const { place, turnFrom, turnTo, people, free } = line;
    const minutes = turnFrom ? Math.ceil((turnFrom.getTime() - line.asOf.getTime()) / 60_000) : 0;
    const span = turnFrom && turnTo ? f.span(turnFrom, turnTo) : '';
    return [
      { label: t('rush.place'), value: t('rush.placeValue', { place: f.number(place ?? 0) }) },
      { label: t('rush.turn'), value: minutes <= 1 ? t('rush.turnSoon') : t('rush.turnIn', { minutes, span }) },
      { label: t('rush.people'), value: t('rush.peopleValue', { people: f.number(people) }) },
      { label: t('rush.free'), value: t('rush.freeValue', { count: free }) },
    ];
  }
}
