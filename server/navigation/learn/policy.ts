import type { Actor } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';

/** Rules hold for the whole province, so it is the duty that counts, not the facility. */
export const mayEditGuide = (actor: Actor): boolean => actor.kind === 'staff' && actor.roles.includes('guide_editor');

/** Throws unless the actor is a clinician who keeps the guide's rules. */
export function requireEditor(actor: Actor): void {
  if (!mayEditGuide(actor)) throw refused('role-needed', { params: { roles: 'guide_editor' } });
}
