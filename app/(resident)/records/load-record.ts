import { redirect } from 'next/navigation';
import { load } from '../../_trpc/server.ts';
import { troubleOf } from '../../_trpc/trouble.ts';
import type { Whose } from './whose.ts';

/** `load` for pages of a record: one that its person closed to the visitor leads to the page that says so. */
export async function loadRecord<T>(path: string, whose: Whose, work: Promise<T>): Promise<T> {
  const found = await load(
    path,
    work.catch((error) => {
      if (troubleOf(error)?.code === 'refused') return null;
      throw error;
    }),
  );
  if (found === null) redirect(`/records/closed${whose.query}`);
  return found;
}
