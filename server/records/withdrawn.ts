import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { withdrawnLine } from './schema.ts';
import type { RecordScope } from './scope.ts';
import { readRecord, visible } from './visible.ts';

const listedMost = 100;

/** What hospitals have deleted of a record, the latest first: a gap that is explained worries less than one that is not. */
export function listWithdrawn(ctx: Pick<Context, 'db'>, scope: RecordScope): Promise<z.infer<typeof withdrawnLine>[]> {
  return readRecord(ctx, scope, {
    name: 'list-withdrawn-entries',
    text: `select e.id, e.type, f.name as "facilityName", e.starts_at as "startsAt", e.updated_at as "withdrawnAt"
           from record_entries e join facilities f on f.id = e.facility_id
           where ${visible} and e.deleted order by e.updated_at desc, e.id limit ${listedMost}`,
  });
}
