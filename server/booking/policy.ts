import type { Actor } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

type StaffAct = 'see-day' | 'extra' | 'stop' | 'proxy' | 'place';

/** Which roles of a facility's staff may do what with its appointments. */
const roles: Record<StaffAct, readonly string[]> = {
  'see-day': ['desk', 'doctor', 'scheduler', 'manager'],
  extra: ['doctor', 'scheduler', 'manager'],
  stop: ['scheduler', 'manager'],
  proxy: ['desk', 'doctor', 'manager'],
  place: ['desk', 'scheduler', 'manager'],
};

/** Throws unless the actor is staff of this very facility with a role for it; elsewhere nothing is found. */
export function expectStaff(actor: Actor, facilityId: string, act: StaffAct): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) throw notFound('appointment');
  if (!actor.roles.some((role) => roles[act].includes(role))) {
    throw refused('role-needed', { params: { roles: roles[act].join(',') } });
  }
}
