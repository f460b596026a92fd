import type { Actor } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';

type Act = 'see-places' | 'keep-places' | 'see-visit' | 'guide-visit';

/** Which roles of a facility's staff may do what: the desk knows the house, the doctor orders. */
const roles: Record<Act, readonly string[]> = {
  'see-places': ['desk', 'doctor', 'scheduler', 'manager'],
  'keep-places': ['desk', 'manager'],
  'see-visit': ['desk', 'doctor', 'manager'],
  'guide-visit': ['desk', 'doctor', 'manager'],
};

/** Throws unless the actor is staff of this very facility with a role for it; elsewhere nothing is found. */
export function expectGuide(actor: Actor, facilityId: string, act: Act): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId)
    throw notFound(act.endsWith('visit') ? 'appointment' : 'place');
  if (!actor.roles.some((role) => roles[act].includes(role))) {
    throw refused('role-needed', { params: { roles: roles[act].join(',') } });
  }
}
