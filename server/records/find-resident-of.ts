import type { Context } from '../kernel/context.ts';

/**
 * Whose an entry is by now, for who has kept its id: its hospital's patient may have been put into another record since.
 * Null once the hospital has withdrawn it. Opens nothing.
 */
export async function findResidentOf({ db }: Pick<Context, 'db'>, entryId: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ residentId: string }>({
    name: 'find-resident-of-entry',
    text: 'select resident_id as "residentId" from record_entries where id = $1 and not deleted limit 1',
    values: [entryId],
  });
  return rows[0]?.residentId ?? null;
}
