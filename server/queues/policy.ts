import type { Actor } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

type QueueAct = 'see' | 'check-in' | 'call' | 'triage' | 'screens' | 'follow-up';

/** Which roles of a facility's staff may do what with its waiting lines. */
const roles: Record<QueueAct, readonly string[]> = {
  see: ['desk', 'doctor', 'scheduler', 'manager'],
  'check-in': ['desk', 'doctor', 'manager'],
  call: ['doctor', 'manager'],
  triage: ['desk', 'doctor', 'manager'],
  screens: ['desk', 'manager'],
  'follow-up': ['desk', 'doctor', 'manager'],
};

/** Throws unless the actor is staff of this very facility with a role for it; elsewhere nothing is found. */
export function expectQueueStaff(actor: Actor, facilityId: string, act: QueueAct): void {
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) throw notFound('appointment');
  if (!actor.roles.some((role) => roles[act].includes(role))) {
    throw refused('role-needed', { params: { roles: roles[act].join(',') } });
  }
}
