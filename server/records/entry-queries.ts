import type { z } from 'zod';
import { findCasesAbout } from '../cases/queries.ts';
import { type Client, readAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findOwner } from '../residents/expect-owner.ts';
import { findEntry } from './queries.ts';
import type { entryOutput } from './schema/entry.ts';
import type { entryInput } from './schema.ts';
import { openRecord } from './scope.ts';

/** One entry as the person reads it: what it says, how often it was changed, what was asked about it. */
export async function getEntry(
  ctx: ContextOf<'resident'>,
  { residentId, id }: z.infer<typeof entryInput>,
): Promise<z.infer<typeof entryOutput>> {
  const scope = await openRecord(ctx, residentId, 'record-entry');
  const entry = await findEntry(ctx, scope, id);
  if (!entry) throw notFound('record-entry');
  const owner = (await findOwner(ctx, residentId)) !== null;
  const about = await readAs(ctx, { asked: residentId, topics: scope.topics }, async (db) => ({
    versions: await listVersions(db, residentId, id),
    cases: owner ? await findCasesAbout(db, residentId, id) : [],
    hiddenBy: owner ? await findDenial(db, residentId, id) : null,
  }));
  return { entry, text: entry.text, owner, ...about };
}

/** When each version came; what it said before stays in the history. */
async function listVersions(db: Client, residentId: string, id: string): Promise<{ version: number; at: Date }[]> {
  const { rows } = await db.query<{ version: number; at: Date }>({
    name: 'list-record-versions',
    text: `select version, updated_at as at from record_entries where resident_id = $1 and id = $2
           union all select version, updated_at from record_history where resident_id = $1 and id = $2
           order by version desc limit 50`,
    values: [residentId, id],
  });
  return rows;
}

async function findDenial(db: Client, residentId: string, id: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-entry-denial',
    text: 'select id from denials where resident_id = $1 and entry_id = $2 and ended_at is null',
    values: [residentId, id],
  });
  return rows[0]?.id ?? null;
}
