import { UnreadableResource } from '#fhir/resources/resource.ts';
import type { Services } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { findCodeMaps } from '../../records/code-maps.ts';
import { type KeptEntry, lockCoded, rereadEntries } from '../../records/reread-entries.ts';
import type { Told } from '../../records/told.ts';
import { type CodeMaps, readRecord } from '../read-record.ts';
import { resourceFrom } from '../record-rejects.ts';

const batch = 500;

/** Reads every entry of a hospital again that carries one of its own codes, now that somebody has said what it means. */
export async function rereadCoded(services: Services, facilityId: string, key: string): Promise<number> {
  let after: KeptEntry | null = null;
  for (let done = 0; ; ) {
    const last = after;
    const read: KeptEntry[] = await transact(services.db, async (tx) => {
      const kept = await lockCoded(tx, facilityId, key, last, batch);
      const maps = await findCodeMaps(tx, facilityId);
      await rereadEntries(
        tx,
        services,
        facilityId,
        kept.flatMap((one) => pairOf(one, maps)),
      );
      return kept;
    });
    done += read.length;
    after = read.at(-1) ?? null;
    if (read.length < batch) return done;
  }
}

/** What could be read when it came can be read now; should a reader have become stricter, the entry stays as it is. */
function pairOf(kept: KeptEntry, maps: CodeMaps): (readonly [KeptEntry, Told])[] {
  try {
    return [[kept, readRecord(resourceFrom(kept.body), maps).told]];
  } catch (error) {
    if (error instanceof UnreadableResource) return [];
    throw error;
  }
}
