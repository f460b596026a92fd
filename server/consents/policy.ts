import type { Actor, ActorOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';

/** Who of a facility's staff may read a record at all: those who treat. */
const readers = ['doctor'];

/** Throws unless the actor is one who treats. Whose record it may be is decided by `findReader` and `openingFor`. */
export function expectClinician(actor: Actor): asserts actor is ActorOf<'staff'> {
  if (actor.kind !== 'staff' || !actor.roles.some((role) => readers.includes(role)))
    throw refused('role-needed', { params: { roles: readers.join(',') } });
}
