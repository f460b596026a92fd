import type { Actor, ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';

/** Registration desk and management of the hospital itself, and officials of its area. */
export type Reviewing = ContextOf<'staff'> | ContextOf<'official'>;
const reviewers = ['desk', 'manager'];

/** Which cases an actor reaches: of one hospital, or of an area. */
export function reachOf(actor: Reviewing['actor']): { facilityId: string | null; regionPath: string } {
  if (actor.kind === 'staff') return { facilityId: actor.facilityId, regionPath: '' };
  // an account without an area reaches nothing
  return { facilityId: null, regionPath: actor.regionPath || '-' };
}

/** Throws unless the actor may judge this case; elsewhere nothing is found. */
export function requireReviewer(actor: Actor, facilityId: string, regionPath: string): void {
  if (actor.kind === 'staff' && actor.facilityId === facilityId) {
    if (actor.roles.some((role) => reviewers.includes(role))) return;
    throw refused('role-needed', { params: { roles: reviewers.join(',') } });
  }
  const within = actor.kind === 'official' && actor.regionPath.length > 0 && regionPath.startsWith(actor.regionPath);
  if (!within) throw notFound('identity-case');
}
