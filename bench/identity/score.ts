import type { Placed, Registry } from './registry.ts';

/** `wanted`: registrations of somebody already known; `asked`: those laid before people beside the right person. */
export type Tally = { links: number; wrong: number; wanted: number; found: number; asked: number };
export const none = (): Tally => ({ links: 0, wrong: 0, wanted: 0, found: 0, asked: 0 });

/**
 * A link is wrong when the record is founded on somebody else. A person's own record is the one of their number, else
 * the one with most of their papers; all but the first of their papers are wanted there.
 */
export function countByKind(registry: Registry): Map<string, Tally> {
  const founders = registry.founders();
  const tallies = new Map<string, Tally>();
  for (const all of Map.groupBy(registry.placed, (one) => one.registration.truth.id).values()) {
    const kind = all[0]?.registration.truth.kind ?? '';
    const tally = tallies.get(kind) ?? none();
    tallies.set(kind, tally);
    countPerson(tally, all, founders);
  }
  return tallies;
}

function countPerson(tally: Tally, all: readonly Placed[], founders: Map<string, number>): void {
  const home = homeOf(all);
  let first = true;
  for (const { residentId, decision, registration } of all) {
    const strangers = decision.state === 'linked' && founders.get(residentId) !== registration.truth.id;
    const founds = residentId === home && first;
    if (founds) first = false;
    if (decision.state === 'linked' && (strangers || !founds)) tally.links += 1;
    if (strangers) tally.wrong += 1;
    if (founds) continue;
    tally.wanted += 1;
    if (residentId === home) tally.found += 1;
    else if (decision.state === 'review' && founders.get(decision.residentId ?? '') === registration.truth.id)
      tally.asked += 1;
  }
}

function homeOf(all: readonly Placed[]): string {
  const own = `number ${all[0]?.registration.truth.idNumber}`;
  if (all.some((one) => one.residentId === own)) return own;
  const sizes = [...Map.groupBy(all, (one) => one.residentId)].sort(([, a], [, b]) => b.length - a.length);
  return sizes[0]?.[0] ?? '';
}
