import { redirect } from 'next/navigation';
import { cache } from 'react';
import { familyRules } from '#server/residents/rules.ts';
import { api, getMe, signInPath } from '../../_trpc/server.ts';
import type { PageInput } from '../../_ui/page-input.ts';

/** `owner`: the visitor decides about this record, as oneself or as the guardian of a child. */
export type Member = { id: string; name: string; self: boolean; owner: boolean };
/** Whose record a page shows, and whose the visitor could see instead. */
export type Whose = {
  residentId: string;
  /** Of somebody else than the visitor. */
  name: string | undefined;
  people: Member[];
  query: string;
  owner: boolean;
};

const readPeople = cache(async (): Promise<Member[]> => {
  const { people } = await api().residents.family.query();
  return people.map(({ id, name, relation, age }) => {
    const self = relation === 'self';
    return { id, name, self, owner: self || age < familyRules.ownWordAge };
  });
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
  const query = found && !found.self ? `?who=${residentId}` : '';
  const name = found && !found.self ? found.name : undefined;
  return { residentId, name, people, query, owner: found?.owner ?? true };
}
