'use client';

import { useRouter } from 'next/navigation';
import type { RushView } from '#server/rush/schema.ts';
import { useRush } from './use-rush.ts';

/** For who has not joined: the page changes by itself when the line opens, and when it is over. */
export function FollowOpening({ first, ...where }: { facilityId: string; sessionId: string; first: RushView }) {
  const router = useRouter();
  useRush({ ...where, pass: null }, first, (now) => {
    if (now.state !== first.state) router.refresh();
  });
  return null;
}
