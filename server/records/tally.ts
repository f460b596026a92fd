import type { Tx } from '../kernel/transaction.ts';

/** What one entry counts as; null before it came. */
export type Counted = { deleted: boolean; findings: readonly string[]; gap: string };
export type Change = { id: string; type: string; before: Counted | null; after: Counted; gapLabel: string };

type Sum = {
  what: 'kept' | 'withdrawn' | 'finding' | 'gap';
  type: string;
  key: string;
  label: string;
  example: string;
  n: number;
};

/** Keeps a hospital's sums in step with its entries, in the transaction of their change. */
export async function tally(tx: Tx, facilityId: string, changes: readonly Change[], now: Date): Promise<void> {
  const sums = sumUp(changes);
  if (sums.length === 0) return;
  const column = <K extends keyof Sum>(key: K) => sums.map((one) => one[key]);
  await tx.client.query({
    name: 'tally-records',
    text: `insert into record_tallies (facility_id, what, type, key, label, entries, first_at, last_at, example)
           select $1, what, type, key, label, n, $2, $2, example
           from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::uuid[]) as n (what, type, key, label, n, example)
           on conflict (facility_id, what, type, key) do update set entries = record_tallies.entries + excluded.entries,
             last_at = excluded.last_at, example = excluded.example, label = coalesce(nullif(excluded.label, ''), record_tallies.label)`,
    values: [
      ...[facilityId, now, column('what'), column('type'), column('key'), column('label'), column('n')],
      column('example'),
    ],
  });
}

function sumUp(changes: readonly Change[]): Sum[] {
  const sums = new Map<string, Sum>();
  const add = (n: number, what: Sum['what'], { type, id }: Change, key = '', label = '') => {
    const name = `${what} ${type} ${key}`;
    const sum = sums.get(name) ?? { what, type, key, label, example: id, n: 0 };
    sums.set(name, { ...sum, label: label || sum.label, example: n > 0 ? id : sum.example, n: sum.n + n });
  };
  for (const change of changes) {
    for (const [n, counted] of [
      [-1, change.before],
      [1, change.after],
    ] as const) {
      if (!counted) continue;
      add(n, counted.deleted ? 'withdrawn' : 'kept', change);
      for (const finding of counted.findings) add(n, 'finding', change, finding);
      if (counted.gap) add(n, 'gap', change, counted.gap, n > 0 ? change.gapLabel : '');
    }
  }
  // in one order everywhere, so that two intakes of one hospital wait for each other instead of blocking each other
  return [...sums.entries()]
    .filter(([, sum]) => sum.n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
