'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getMe } from '../../../_trpc/server.ts';
import { openMinutes, sealedCookie, sealedPath } from './sealed-cookie.ts';

/** The extra step: for this browser, this person and ten minutes. */
export async function openSealed(): Promise<void> {
  const me = await getMe();
  if (me.kind === 'resident' && me.residentId) {
    (await cookies()).set(sealedCookie, me.residentId, {
      ...{ path: sealedPath, maxAge: openMinutes * 60, sameSite: 'strict', httpOnly: true },
    });
  }
  redirect(sealedPath);
}

export async function closeSealed(): Promise<void> {
  (await cookies()).set(sealedCookie, '', { path: sealedPath, maxAge: 0 });
  redirect('/records');
}
