import type { Actor, ActorOf, Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** Sessions are laid out by the facility's own schedulers and managers, by its system, and by our jobs. */
export function mayKeepSessions(actor: Actor, facilityId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'his') return actor.facilityId === facilityId;
  if (actor.kind !== 'staff' || actor.facilityId !== facilityId) return false;
  return actor.roles.includes('scheduler') || actor.roles.includes('manager');
}

/** Throws unless the actor may; another facility's sessions look as if they did not exist. */
export function requireKeeper(ctx: Pick<Context, 'actor'>, facilityId: string): void {
  const { actor } = ctx;
  if (mayKeepSessions(actor, facilityId)) return;
  if (actor.kind === 'staff' && actor.facilityId === facilityId) {
    throw refused('role-needed', { params: { roles: 'scheduler,manager' } });
  }
  throw notFound('session');
}

/** Bounds hold for every hospital, so only the province itself sets them; other offices read. */
export function requireProvince(actor: ActorOf<'official'>): void {
  if (actor.level !== 1) throw refused('province-only');
}
