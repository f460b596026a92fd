import type { Kind } from '#fhir/flat/kinds.ts';
import type { Cells } from '#fhir/flat/read-row.ts';
import type { Fault } from './schema.ts';

/** A row as it stands in the file; faults of its form are known before its cells are read. */
export type SourceRow = { kind: Kind; line: number; cells: Cells; faults: Fault[] };
/** `broken`: why the file, or what begins at this row, cannot be read; rows before it can. */
export type FileRead = { rows: SourceRow[]; broken: { line: number; faults: Fault[] } | null };

export const unreadable = (line: number, ...faults: (Omit<Fault, 'column'> & { column?: string })[]): FileRead => ({
  rows: [],
  broken: { line, faults: faults.map((one) => ({ column: '', ...one })) },
});

/** Rows of the template that explain: they say so in their first cell, and may stay in the file. */
export const explains = (own: string): boolean => /^(示例|说明|example|about)/i.test(own.trim());
