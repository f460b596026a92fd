import type { ClinicalType } from '#fhir/resources/clinical/shapes.ts';
import { transact } from '../kernel/transaction.ts';
import { entryId } from '../records/entry-id.ts';
import { withdrawEntries } from '../records/withdraw-entries.ts';
import type { Run } from './apply-page.ts';
import { isGone } from './settle-vanished.ts';

/** So many at most are looked into after one reading: more are a fault of the reading rather than deletions. */
const most = 200;

/**
 * What the hospital has deleted of a type: by its own history, or, after everything was read, by not being mentioned.
 * Each is asked for by its id, and only what the hospital says is gone (404, 410) becomes a tombstone, since a page
 * may have slipped over it and a history may be wrong. Returns how many.
 */
export async function settleGoneRecords(
  { ctx, client, facilityId }: Run,
  type: ClinicalType,
  bound: Date | null,
  seen: ReadonlySet<string>,
): Promise<number> {
  const told = bound ? await client.deletions(type, bound) : null;
  const unsure = bound
    ? await listKept(ctx, facilityId, type, told ?? [])
    : await listUnseen(ctx, facilityId, type, seen);
  const gone: string[] = [];
  for (const id of unsure) if (await isGone(client, type, id)) gone.push(id);
  if (gone.length === 0) return 0;
  return transact(ctx.db, (tx) => withdrawEntries(tx, ctx, facilityId, type, gone));
}

/** Which of these are still kept here: what is a tombstone already need not be asked for again. */
async function listKept({ db }: Run['ctx'], facilityId: string, type: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'list-kept-entries',
    text: 'select source_id as id from record_entries where id = any($1::uuid[]) and not deleted limit $2',
    values: [ids.map((id) => entryId(facilityId, type, id)), most],
  });
  return rows.map((row) => row.id);
}

async function listUnseen(
  { db }: Run['ctx'],
  facilityId: string,
  type: string,
  seen: ReadonlySet<string>,
): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'list-unseen-entries',
    // as sets: compared each with each, 6,000 results of a hospital were 36 million comparisons
    text: `select source_id as id from record_entries where facility_id = $1 and type = $2 and not deleted
           except select unnest($3::text[]) limit $4`,
    values: [facilityId, type, [...seen], most],
  });
  return rows.map((row) => row.id);
}
