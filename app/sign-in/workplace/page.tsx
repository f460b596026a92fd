import { redirect } from 'next/navigation';
import { getMe } from '../../_trpc/server.ts';

/** Where a person works is known only once signed in. */
export default async function WorkplacePage() {
  const me = await getMe();
  redirect(me.kind === 'staff' ? '/staff' : me.kind === 'official' ? '/office' : '/');
}
