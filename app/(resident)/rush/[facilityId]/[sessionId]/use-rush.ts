'use client';

import { useEffect, useState } from 'react';
import type { RushView } from '#server/rush/schema.ts';
import { trpc } from '../../../../_trpc/client.ts';

const retryMs = 10_000;

export type Asking = { facilityId: string; sessionId: string; pass: string | null };

/** Nothing is left to wait for: the turn has come, or there is no line. */
export const mayGoOn = ({ state }: RushView): boolean => state === 'turn' || state === 'none';

/** Asks when the server says it is worth asking, so that thousands who wait do not ask all at once; ends at the turn. */
export function useRush({ facilityId, sessionId, pass }: Asking, first: RushView, onNews: (now: RushView) => void) {
  const [line, setLine] = useState(first);
  const [lost, setLost] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer sets the time of the next question
  useEffect(() => {
    // asking on would begin the way to the booking anew each second while a busy site still answers
    if (mayGoOn(line)) return;
    let over = false;
    const timer = setTimeout(
      async () => {
        const now = await trpc.rush.place.query({ facilityId, sessionId, pass }).catch(() => null);
        if (over) return;
        setLost(now === null);
        setAsked((count) => count + 1);
        if (!now) return;
        setLine(now);
        onNews(now);
      },
      lost ? retryMs : line.askAgainMs,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, facilityId, sessionId, pass]);
  return { line, lost };
}
