import type { ClientBase } from 'pg';

export type Cell = string | number | boolean | null;

/**
 * Set-based insert: one array a column, 5,000 rows a statement (37,000 facilities in one go would be a
 * 10 MB message). Rows that are there already stay as they are. Answers how many came in.
 */
export async function insertRows(
  client: ClientBase,
  table: string,
  columns: Record<string, string>,
  rows: Iterable<readonly Cell[]>,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  const text = `insert into ${table} (${names.join(', ')}) select * from unnest(${arrays.join(', ')}) on conflict do nothing`;
  let inserted = 0;
  for (const batch of batchesOf(rows, 5000)) {
    const values = names.map((_, column) => batch.map((row) => row[column]));
    inserted += (await client.query(text, values)).rowCount ?? 0;
    onProgress(batch.length);
  }
  return inserted;
}

export function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
