import type { Actor } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

const keepers = ['scheduler', 'manager'];

/** Which sessions are given by draw is decided by those who plan them, in their own facility. */
export function expectDrawKeeper(actor: Actor, facilityId: string): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) throw notFound('session');
  if (!actor.roles.some((role) => keepers.includes(role))) {
    throw refused('role-needed', { params: { roles: keepers.join(',') } });
  }
}

/** Any staff may enter a request for somebody who asks, also for another facility, as a village doctor does (A48). */
export function expectDrawHelper(actor: Actor): void {
  if (actor.kind !== 'staff') throw notFound('session');
}
