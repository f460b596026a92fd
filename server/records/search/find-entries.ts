import type { Context } from '../../kernel/context.ts';
import type { RecordScope } from '../scope.ts';
import { readRecord, visible } from '../visible.ts';
import { conditionsOf, isIndexed } from './conditions.ts';
import type { Bind, EntrySearch } from './search.ts';

type Reads = Pick<Context, 'db'>;

/** An entry found, with the text it came in, decimals as they were. */
export type Found = { id: string; type: string; facilityId: string; version: number; updatedAt: Date; body: string };
/** Where an entry lies; what it says is read through its record's scope. */
export type Located = { residentId: string; id: string };

/** Numbers the parameters of a statement behind those it has already. */
function binder(values: unknown[], behind: number): Bind {
  return (value, type) => `$${behind + values.push(value)}::${type}`;
}

/** Entries of one record for which a search holds, as far as its scope opens them, the latest first. */
export function findEntries(ctx: Reads, scope: RecordScope, search: EntrySearch, most: number): Promise<Found[]> {
  const more: unknown[] = [];
  const bind = binder(more, 5);
  const text = `select e.id, e.type, e.facility_id as "facilityId", e.version, e.updated_at as "updatedAt", e.body::text as body
    from record_entries e where ${visible} and ${conditionsOf(search, bind)}
    order by e.starts_at desc nulls last, e.id limit ${bind(most, 'int')}`;
  return readRecord(ctx, scope, { text, more });
}

/**
 * Where a search holds over all records: ids alone, in pages behind `after`. It shows nobody anything: each record is
 * opened before what it says is read. A search that no index answers would read every record there is.
 */
export async function locateEntries(
  { db }: Reads,
  search: EntrySearch,
  after: Located | null,
  most: number,
): Promise<Located[]> {
  if (!search.all.some(isIndexed)) throw new Error('a search over all records that no index answers');
  const values: unknown[] = [];
  const bind = binder(values, 0);
  const behind = after
    ? `and (e.id, e.resident_id) > (${bind(after.id, 'uuid')}, ${bind(after.residentId, 'uuid')})`
    : '';
  const text = `select e.resident_id as "residentId", e.id from record_entries e
    where ${conditionsOf(search, bind)} ${behind} order by e.id, e.resident_id limit ${bind(most, 'int')}`;
  const { rows } = await db.pool.query<Located>({ text, values });
  return rows;
}
