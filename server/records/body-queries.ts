import type { Context } from '../kernel/context.ts';
import { columns, mine } from './queries.ts';
import type { EntryView } from './schema.ts';
import type { RecordScope } from './scope.ts';
import { readRecord } from './visible.ts';

type Reads = Pick<Context, 'db'>;

/** An entry with the text it came in, decimals as printed, and the hospital's own ids. */
export type Bodied = EntryView & { sourceId: string; sourcePatient: string; body: string };
export type Held = { id: string; facilityId: string; facilityName: string };

/** A hospital's Patient is left out: the person is told once, as registered here. */
const carried = `${mine} and e.body is not null and e.type <> 'Patient'`;

/** Which entries a scope opens to be carried away, at most one more than `most`. */
export function listCarried(ctx: Reads, scope: RecordScope, most: number): Promise<Held[]> {
  return readRecord<Held>(ctx, scope, {
    name: 'list-carried-entries',
    text: `select e.id, e.facility_id as "facilityId", f.name as "facilityName" ${carried} order by e.id limit $6`,
    more: [most + 1],
  });
}

/** These entries in this order, as far as the scope opens them still. */
export function readBodies(ctx: Reads, scope: RecordScope, ids: readonly string[]): Promise<Bodied[]> {
  return readRecord<Bodied>(ctx, scope, {
    name: 'read-carried-entries',
    text: `select ${columns}, e.source_id as "sourceId", e.source_patient as "sourcePatient", e.body::text as body
           ${carried} and e.id = any($6::uuid[]) order by array_position($6, e.id)`,
    more: [ids],
  });
}
