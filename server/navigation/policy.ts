import type { Actor } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** B9: one's own region and everything below, by the path in the tree alone. */
export const isWithin = (path: string, topPath: string): boolean => topPath.length > 0 && path.startsWith(topPath);

/** Throws unless the official's area holds the region; elsewhere nothing is found. */
export function requireArea(actor: Actor, path: string, what: 'region' | 'outbreak'): void {
  if (actor.kind !== 'official' || !isWithin(path, actor.regionPath)) throw notFound(what);
}

/** Who keeps the facility's facts: opening hours, phones, who answers for them. */
const keepers = ['scheduler', 'manager'] as const;
export function requireServiceKeeper(actor: Actor): string {
  if (actor.kind !== 'staff') throw notFound('facility');
  if (!actor.roles.some((role) => keepers.includes(role as (typeof keepers)[number]))) {
    throw refused('role-needed', { params: { roles: keepers.join(',') } });
  }
  return actor.facilityId;
}
