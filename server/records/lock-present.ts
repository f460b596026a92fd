import type { Tx } from '../kernel/transaction.ts';
import type { Stamp } from './rules.ts';
import type { KeptRow } from './withdraw-entries.ts';

/** An entry that is here already; `count` is our version of it. */
export type Present = Stamp & KeptRow & { count: number };

/**
 * Which of these entries are here, by their ids, locked in one order: known, where they are told of; strays, in the
 * record of another person than the one their hospital names now, unless that is a tombstone.
 */
export async function lockPresent(
  tx: Tx,
  told: readonly { id: string; residentId: string }[],
): Promise<{ known: Map<string, Present>; strays: Map<string, Present> }> {
  const inOrder = told.toSorted((a, b) => order(a.residentId, b.residentId) || order(a.id, b.id));
  const { rows } = await tx.client.query<Present & { here: boolean }>({
    name: 'lock-present-entries',
    // looked up one by one: while a table is small, the planner would read it whole instead, page after page
    text: `select e.* from unnest($1::uuid[], $2::uuid[]) as t (resident, id) cross join lateral (
             select e.id, e.resident_id as "residentId", e.type, e.deleted, e.findings, e.gap, '' as "gapLabel", e.version as count,
               e.source_version as version, e.source_updated as updated, e.resident_id = t.resident as here
             from record_entries e where e.id = t.id and (e.resident_id = t.resident or not e.deleted)
             order by e.resident_id for update) as e`,
    values: [inOrder.map((one) => one.residentId), inOrder.map((one) => one.id)],
  });
  const known = new Map(rows.flatMap((row) => (row.here ? [[row.id, row] as const] : [])));
  // who is told of here, too, was withdrawn there when it came
  const strays = rows.filter((row) => !row.here && !known.has(row.id));
  return { known, strays: new Map(strays.map((row) => [row.id, row])) };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
