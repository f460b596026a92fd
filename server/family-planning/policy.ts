import type { Actor, ActorOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';

/** Whose duty it is: nobody else of a facility sees or writes anything of it, doctors and managers included. */
const duty = 'family_planner';

/** Throws unless the actor serves people in family planning. Whom, is decided by `servingFor`. */
export function expectPlanner(actor: Actor): asserts actor is ActorOf<'staff'> {
  if (actor.kind !== 'staff' || !actor.roles.some((role) => role === duty))
    throw refused('role-needed', { params: { roles: duty } });
}
