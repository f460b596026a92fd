import { cookies } from 'next/headers';
import { getMe } from '../../../_trpc/server.ts';

/** How long the page stays open, so that a phone left on a table closes it. */
export const openMinutes = 10;
export const sealedCookie = 'huimin-planning';
export const sealedPath = '/records/family-planning';

/** Opened a moment ago by the person who is signed in now, and not by whoever used this browser before. */
export async function isOpened(): Promise<boolean> {
  const [jar, me] = await Promise.all([cookies(), getMe()]);
  const value = jar.get(sealedCookie)?.value;
  return me.kind === 'resident' && me.residentId !== null && value === me.residentId;
}
