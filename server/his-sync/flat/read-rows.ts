import { exactText } from '#fhir/client/exact-text.ts';
import { type Cells, readRow } from '#fhir/flat/read-row.ts';
import { toResource } from '#fhir/flat/to-resource.ts';
import { maskIdNumbersIn } from '../../kernel/id-numbers-in.ts';
import type { SpeakingIds } from '../../kernel/speaking-ids.ts';
import { hideIdsOf } from '../hide-ids.ts';
import type { SourceRow } from './source-row.ts';
import { type BadRow, badRow, type ReadyRow } from './take-rows.ts';

/** Words go in with ID numbers masked: once a document has encoded them, the mask of bodies does not reach them. */
const maskedWords = ({ kind, cells }: SourceRow): Cells =>
  new Map(
    kind.columns.flatMap(({ en, form }): [string, string][] => {
      const cell = cells.get(en);
      return cell === undefined ? [] : [[en, form === 'text' ? maskIdNumbersIn(cell) : cell]];
    }),
  );

/** Cells become resources; what is wrong in itself is set aside. One thing told twice alike counts once. */
export function readRows(
  rows: readonly SourceRow[],
  now: Date,
  ids: SpeakingIds,
): { ready: ReadyRow[]; bad: BadRow[] } {
  const ready: ReadyRow[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, string>();
  for (const source of rows) {
    const { kind, cells } = source;
    const { row: read, faults } = readRow(kind, maskedWords(source), now);
    const own = kind.columns[0]?.en ?? '';
    if (!read || source.faults.length > 0) {
      const numbered = !faults.some((one) => one.column === own);
      const id = numbered ? ids.hide((cells.get(own) ?? '').trim()).slice(0, 64) : '';
      bad.push(badRow(source, id, ...source.faults, ...faults));
      continue;
    }
    const row = { ...read, id: ids.hide(read.id) };
    const resource = hideIdsOf(toResource(kind, read), ids);
    const key = `${kind.name} ${row.id} ${row.updated}`;
    const said = row.deleted ? 'deleted' : exactText(resource);
    const before = seen.get(key);
    if (before === undefined) ready.push({ source, row, resource });
    else if (before !== said) bad.push(badRow(source, row.id, { column: own, fault: 'twice' }));
    seen.set(key, before ?? said);
  }
  return { ready, bad };
}
