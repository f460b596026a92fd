import type { SpeakingIds } from '../../kernel/speaking-ids.ts';
import { wordRow } from './queries.ts';
import type { BadRow as WordedRow } from './schema.ts';
import type { FileRead } from './source-row.ts';
import type { BadRow } from './take-rows.ts';

/** More are on the page of the file. */
const toldMost = 500;

/** Rows that were not taken, in words, and how many more there are; what breaks the file off comes first. */
export function tellProblems(
  bad: readonly BadRow[],
  broken: FileRead['broken'],
  ids: SpeakingIds,
): { problems: WordedRow[]; more: number } {
  const fresh = { settled: false, outcome: null };
  const rows = bad.map(({ source, sourceId, faults, waits }) => ({
    ...{ kind: source.kind.name, line: source.line, sourceId, faults, waits, ...fresh },
  }));
  if (broken) rows.unshift({ ...broken, kind: '', sourceId: '', waits: false, ...fresh });
  return {
    problems: rows.slice(0, toldMost).map((row) => wordRow(row, ids)),
    more: Math.max(0, rows.length - toldMost),
  };
}
