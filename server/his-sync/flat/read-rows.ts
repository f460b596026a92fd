import { exactText } from '#fhir/client/exact-text.ts';
import { readRow } from '#fhir/flat/read-row.ts';
import { toResource } from '#fhir/flat/to-resource.ts';
import type { SourceRow } from './source-row.ts';
import { type BadRow, badRow, type ReadyRow } from './take-rows.ts';

/** Cells become resources; what is wrong in itself is set aside. One thing told twice alike counts once. */
export function readRows(rows: readonly SourceRow[], now: Date): { ready: ReadyRow[]; bad: BadRow[] } {
  const ready: ReadyRow[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, string>();
  for (const source of rows) {
    const { kind, cells } = source;
    const { row, faults } = readRow(kind, cells, now);
    const own = kind.columns[0]?.en ?? '';
    if (!row || source.faults.length > 0) {
      const numbered = !faults.some((one) => one.column === own);
      bad.push(badRow(source, numbered ? (cells.get(own) ?? '').trim().slice(0, 64) : '', ...source.faults, ...faults));
      continue;
    }
    const resource = toResource(kind, row);
    const key = `${kind.name} ${row.id} ${row.updated}`;
    const said = row.deleted ? 'deleted' : exactText(resource);
    const before = seen.get(key);
    if (before === undefined) ready.push({ source, row, resource });
    else if (before !== said) bad.push(badRow(source, row.id, { column: own, fault: 'twice' }));
    seen.set(key, before ?? said);
  }
  return { ready, bad };
}
