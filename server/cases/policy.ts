import type { Actor, ActorOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** Who answers for a facility. Where no officer is named, the manager is responsible. */
const answerers = ['privacy_officer', 'manager'];

/** Throws unless the actor answers for a facility. */
export function expectOfficer(actor: Actor): asserts actor is ActorOf<'staff'> {
  if (actor.kind !== 'staff') throw notFound('case');
  if (!actor.roles.some((role) => answerers.includes(role)))
    throw refused('role-needed', { params: { roles: answerers.join(',') } });
}

/** Whether the actor may answer: the facility it is about, or officials of the area once time ran out. */
export function mayAnswer(
  actor: Actor,
  one: { facilityId: string | null; regionPath: string; stage: string },
): boolean {
  if (actor.kind === 'staff')
    return actor.facilityId === one.facilityId && actor.roles.some((role) => answerers.includes(role));
  if (actor.kind !== 'official' || actor.regionPath.length === 0) return false;
  return one.stage !== 'facility' && one.regionPath.startsWith(actor.regionPath);
}
