import type { Actor, ActorOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** Who of a facility's staff may say that a missed visit is nobody's fault. */
const excusers = ['desk', 'manager'];

export const mayExcuse = (actor: Actor, facilityId: string): boolean =>
  actor.kind === 'staff' && actor.facilityId === facilityId && actor.roles.some((role) => excusers.includes(role));

/** Throws unless the actor is desk or manager of this very facility; elsewhere nothing is found. */
export function expectExcuser(actor: Actor, facilityId: string): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) throw notFound('appointment');
  if (!mayExcuse(actor, facilityId)) throw refused('role-needed', { params: { roles: excusers.join(',') } });
}

/** What happened outside the official's own area (B9: by the path in the tree) is not found. */
export function requireArea(actor: ActorOf<'official'>, path: string, kind: string): void {
  if (actor.regionPath.length === 0 || !path.startsWith(actor.regionPath)) throw notFound(kind);
}
