import { type BundleEntry, facilityEntry, keptEntry, patientEntry } from './entries.ts';
import { writeExact } from './exact-json.ts';
import type { Frame, Kept } from './kept.ts';

/**
 * Everything a record holds as one Bundle of type collection, a piece of text at a time, so that a record of any size
 * needs the memory of one page. `pages` gives the entries of `frame.holds`, in any order.
 */
export async function* writeCollection(frame: Frame, pages: AsyncIterable<readonly Kept[]>): AsyncGenerator<string> {
  const { id, at: timestamp, facilities } = frame;
  const head = writeExact({ resourceType: 'Bundle', id, type: 'collection', timestamp });
  const known = [patientEntry(frame), ...[...facilities.keys()].map((facilityId) => facilityEntry(frame, facilityId))];
  yield `${head.slice(0, -1)},"entry":[${known.map(written).join(',\n')}`;
  for await (const page of pages) {
    for (const kept of page) yield `,\n${written(keptEntry(kept, frame))}`;
  }
  yield ']}\n';
}

const written = (entry: BundleEntry): string => writeExact(entry);
