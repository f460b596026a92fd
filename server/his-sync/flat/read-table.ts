import type { Column } from '#fhir/flat/column.ts';
import { type Kind, kindOf, kinds, named } from '#fhir/flat/kinds.ts';
import { type CsvRecord, readCsv, separatorOf } from './read-csv.ts';
import type { Fault } from './schema.ts';
import { explains, type FileRead, type SourceRow, unreadable } from './source-row.ts';

/** A table of one kind: its first heading says which, the others stand in any order. */
export function readTable(text: string): FileRead {
  const { records, broken } = readCsv(text, separatorOf(text.trimStart()));
  const [heading, ...rest] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!heading) return unreadable(broken ?? 1, { fault: broken ? 'quote' : 'empty' });
  const kind = kindOf(heading.cells[0] ?? '');
  if (!kind) return unreadable(heading.row, { fault: 'first-column', params: { names: firstColumns() } });
  const columns = heading.cells.map((cell) => kind.columns.find((one) => named(one, cell)) ?? null);
  const faults = faultsOfHeading(kind, heading.cells, columns);
  if (faults.length > 0) return unreadable(heading.row, ...faults);
  const rows = rest.filter(({ cells }) => !explains(cells[0] ?? '')).map((record) => rowOf(kind, columns, record));
  return { rows, broken: broken === null ? null : { line: broken, faults: [{ column: '', fault: 'quote' }] } };
}

const firstColumns = (): string => kinds.map(({ columns: [own] }) => `${own?.zh} ${own?.en}`).join('、');

/** 'A' is the first, as spreadsheets letter them. */
const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function faultsOfHeading(kind: Kind, cells: readonly string[], columns: readonly (Column | null)[]): Fault[] {
  const faults = columns.flatMap((column, at): Fault[] => {
    if (column && columns.indexOf(column) < at) return [{ column: column.en, fault: 'column-twice' }];
    const unknown = !column && (cells[at] ?? '').trim() !== '';
    return unknown ? [{ column: '', fault: 'column-unknown', params: { at: letterOf(at) } }] : [];
  });
  const missing = kind.columns.filter((one) => one.needed && !columns.includes(one));
  return [...faults, ...missing.map((one) => ({ column: one.en, fault: 'column-missing' }))].slice(0, 20);
}

/** What our own files put before a cell that a spreadsheet would take for a formula. */
const guard = /^'(?=[=+\-@])/;

function rowOf(kind: Kind, columns: readonly (Column | null)[], { row, cells }: CsvRecord): SourceRow {
  const said = new Map<string, string>();
  let beside = false;
  for (const [at, cell] of cells.entries()) {
    const column = columns[at];
    if (column) said.set(column.en, cell.replace(guard, ''));
    else if (cell.trim() !== '') beside = true;
  }
  return { kind, line: row, cells: said, faults: beside ? [{ column: '', fault: 'cells' }] : [] };
}
