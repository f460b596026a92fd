import type { Actor } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

type Act = 'stop' | 'place';

/** Schedulers and managers stop clinics; whoever has a telephone helps those who are left without a number. */
const roles: Record<Act, readonly string[]> = {
  stop: ['scheduler', 'manager'],
  place: ['desk', 'scheduler', 'manager'],
};

/** Throws unless the actor is staff of this very facility with a role for it; elsewhere nothing is found. */
export function expectStopper(actor: Actor, facilityId: string, act: Act): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) throw notFound('stoppage');
  if (!actor.roles.some((role) => roles[act].includes(role))) {
    throw refused('role-needed', { params: { roles: roles[act].join(',') } });
  }
}
