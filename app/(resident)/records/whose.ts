import { redirect } from 'next/navigation';
import { cache } from 'react';
import { api, getMe, signInPath } from '../../_trpc/server.ts';
import type { PageInput } from '../../_ui/page-input.ts';

export type Member = { id: string; name: string; self: boolean };
/** Whose record a page shows, and whose the visitor could see instead. */
export type Whose = { residentId: string; people: Member[]; query: string };

const readPeople = cache(async (): Promise<Member[]> => {
  const { people } = await api().residents.family.query();
  return people.map(({ id, name, relation }) => ({ id, name, self: relation === 'self' }));
});

/** The person named by `?who=`, else the visitor. Without sign-in or registration one is led there first. */
export async function readWhose(path: string, search: PageInput['searchParams']): Promise<Whose> {
  const me = await getMe();
  if (me.kind !== 'resident') redirect(signInPath(path));
  if (!me.residentId) redirect('/me/real-name?next=/records');
  const people = await readPeople();
  const asked = (await search).who;
  const found = people.find((one) => one.id === asked) ?? people.find((one) => one.self);
  const residentId = found?.id ?? me.residentId;
  return { residentId, people, query: found && !found.self ? `?who=${residentId}` : '' };
}
