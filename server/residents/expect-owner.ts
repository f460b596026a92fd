import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople } from './queries.ts';
import { ageOn, familyRules } from './rules.ts';

export type Link = { proof: string; age: number };

/** The link in force by which the actor acts for this person, with the person's age today; null without one. */
export async function findLink(
  ctx: Pick<ContextOf<'resident'>, 'db' | 'actor' | 'clock'>,
  memberId: string,
): Promise<Link | null> {
  const { rows } = await ctx.db.pool.query<{ proof: string }>({
    name: 'find-family-link',
    text: 'select proof from family_links where resident_id = $1 and member_id = $2 and ended_at is null',
    values: [ctx.actor.residentId, memberId],
  });
  const link = rows[0];
  const person = link && (await findPeople(ctx.db.pool, [memberId])).get(memberId);
  return link && person ? { proof: link.proof, age: ageOn(person.birthDate, regionDay(ctx.clock.now())) } : null;
}

type Asking = Pick<ContextOf<'resident'>, 'db' | 'actor' | 'clock'>;
export type Owner = { guardian: boolean };

/** Whether the actor decides about this person's data: as the person, or as the guardian of a child too young for that. */
export async function findOwner(ctx: Asking, residentId: string): Promise<Owner | null> {
  if (residentId === ctx.actor.residentId) return { guardian: false };
  const link = await findLink(ctx, residentId);
  if (link?.proof !== 'guardian_declaration' || link.age >= familyRules.ownWordAge) return null;
  return { guardian: true };
}

/** The same; throws not-found for everybody else, kin included. */
export async function expectOwner(ctx: Asking, residentId: string): Promise<Owner> {
  const owner = await findOwner(ctx, residentId);
  if (!owner) throw notFound('resident');
  return owner;
}
