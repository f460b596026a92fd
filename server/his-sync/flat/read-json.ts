import { digitsOf, isElement, parseExact } from '#fhir/documents/exact-json.ts';
import { type Kind, kindNamed, kinds, named } from '#fhir/flat/kinds.ts';
import type { Fault } from './schema.ts';
import { explains, type FileRead, type SourceRow, unreadable } from './source-row.ts';

/** The same rows as `{"patients": [{…}], "results": [{…}]}`; a row's line is its place in its list, from 1. */
export function readJson(text: string): FileRead {
  const file = parsed(text);
  if (!isElement(file)) return unreadable(1, { fault: 'json' });
  const rows: SourceRow[] = [];
  const seen = new Set<Kind>();
  for (const [name, list] of Object.entries(file)) {
    const kind = kindNamed(name);
    if (!kind || !Array.isArray(list)) {
      return unreadable(1, { fault: 'json-table', params: { names: kinds.map((one) => one.name).join('、') } });
    }
    // under its other name its rows would be numbered once more
    if (seen.has(kind)) return unreadable(1, { fault: 'json-twice' });
    seen.add(kind);
    for (const [at, row] of list.entries()) rows.push(rowOf(kind, row, at + 1));
  }
  return {
    rows: rows.filter(({ kind, cells }) => !explains(cells.get(kind.columns[0]?.en ?? '') ?? '')),
    broken: null,
  };
}

/** Nested too deep for its reader is no JSON of ours either. */
function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}

function rowOf(kind: Kind, row: unknown, line: number): SourceRow {
  const cells = new Map<string, string>();
  if (!isElement(row)) return { kind, line, cells, faults: [{ column: '', fault: 'json-row' }] };
  const faults: Fault[] = [];
  for (const [at, [name, value]] of Object.entries(row).entries()) {
    const column = kind.columns.find((one) => named(one, name));
    if (!column) faults.push({ column: '', fault: 'column-unknown', params: { at: at + 1 } });
    else if (cells.has(column.en)) faults.push({ column: column.en, fault: 'column-twice' });
    else {
      const cell = cellOf(value);
      if (cell === null) faults.push({ column: column.en, fault: 'text' });
      cells.set(column.en, cell ?? '');
    }
  }
  return { kind, line, cells, faults: faults.slice(0, 20) };
}

/** A cell as it would stand in a table: numbers as they were written. Null of what no cell can hold. */
function cellOf(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return digitsOf(value);
}
