import { type CellFault, readCell } from './cell.ts';
import type { Kind } from './kinds.ts';

/** Cells by the English name of their column. */
export type Cells = ReadonlyMap<string, string>;
/** What was read, by column, as FHIR writes it; what was left empty is ''. */
export type Values = (column: string) => string;
export type RowFault = { column: string; fault: CellFault | 'before-start' | 'bounds' };
export type FlatRow = {
  id: string;
  /** When the hospital last changed it, as an ISO instant: its version. */
  updated: string;
  deleted: boolean;
  values: Values;
};
export type RowRead = { row: FlatRow; faults: [] } | { row: null; faults: RowFault[] };

/** Reads one row of a table; every cell at fault is named, not only the first. `now` bounds what can have happened. */
export function readRow(kind: Kind, cells: Cells, now: Date): RowRead {
  const read = new Map<string, string>();
  const faults: RowFault[] = [];
  const all = kind.columns.map((column) => [column.en, readCell(column, cells.get(column.en) ?? '', now)] as const);
  const removed = all.some(([column, cell]) => column === 'deleted' && 'value' in cell && cell.value !== '');
  for (const [column, cell] of all) {
    // of what was deleted nothing matters but its number and when
    if (removed && ![kind.columns[0]?.en, 'updated', 'deleted'].includes(column)) continue;
    if ('fault' in cell) faults.push({ column, fault: cell.fault });
    else read.set(column, cell.value);
  }
  const values: Values = (column) => read.get(column) ?? '';
  if (!removed) faults.push(...faultsBetween(values));
  if (faults.length > 0) return { row: null, faults };
  const id = values(kind.columns[0]?.en ?? '');
  const updated = new Date(instantOf(values('updated'))).toISOString();
  return { row: { id, updated, deleted: removed, values }, faults: [] };
}

/** A day without time begins by the region's clock. */
export const instantOf = (text: string): string => (text.includes('T') ? text : `${text}T00:00:00+08:00`);

const codeForms: Readonly<Record<string, RegExp>> = {
  loinc: /^\d{1,7}-\d$/,
  icd10: /^[A-Z]\d{2}(\.\d{1,2})?[+*]?$/,
  icd10China: /^[A-Z]\d{2}(\.[0-9A-Za-z]{1,7})?[+*]?$/,
};

/** What no cell shows alone. */
function faultsBetween(values: Values): RowFault[] {
  const faults: RowFault[] = [];
  const [started, ended] = [values('started'), values('ended')];
  if (started && ended && Date.parse(instantOf(ended)) < Date.parse(instantOf(started))) {
    // a day alone lasts until its end
    if (ended.includes('T') || !started.startsWith(ended)) faults.push({ column: 'ended', fault: 'before-start' });
  }
  if (values('low') && values('high') && Number(values('low')) > Number(values('high')))
    faults.push({ column: 'high', fault: 'bounds' });
  const form = codeForms[values('code_kind')];
  if (form && !form.test(values('code'))) faults.push({ column: 'code', fault: values('code') ? 'code' : 'needed' });
  return faults;
}
