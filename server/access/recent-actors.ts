import type { Database } from '#db/client.ts';
import type { Actor } from '../kernel/context.ts';

/** A revoked session may be told "sold out" for so long; everything else looks the session up (decision 0009). */
const trustMs = 1000;
/** More people than press again within a second. */
const keptMost = 20_000;

type Recent = { actor: Actor; until: number };
const memories = new WeakMap<Database, Map<string, Recent>>();

/** Notes who holds a session, as the database has just said. */
export function noteActor(db: Database, sidHash: string, actor: Actor): void {
  const recent = memories.get(db) ?? new Map<string, Recent>();
  if (recent.size >= keptMost) recent.clear();
  recent.set(sidHash, { actor, until: performance.now() + trustMs });
  memories.set(db, recent);
}

/** Who held the session within the last second: enough to refuse, never to change or to show anything of a person. */
export function recallActor(db: Database, sidHash: string): Actor | null {
  const recent = memories.get(db)?.get(sidHash);
  return recent && recent.until >= performance.now() ? recent.actor : null;
}
