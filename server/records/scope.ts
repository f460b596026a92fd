import { recordAccess } from '../access/record-access.ts';
import type { ContextOf } from '../kernel/context.ts';
import { expectReach } from '../residents/queries.ts';
import type { Topic } from './rules.ts';

/** A record that the actor may read, and which topics of it: made by `openRecord` alone. */
export type RecordScope = { readonly residentId: string; readonly topics: readonly Topic[]; readonly guarded: boolean };

const every: readonly Topic[] = ['general', 'family_planning', 'sexual_health', 'mental_health'];

/**
 * Opens a resident's record to the resident, or to who acts for them; throws not-found for anybody else's. Helpers
 * see none of the guarded topics (C8): a grown-up child who books for a mother, or a mother for a daughter, need not
 * know of them.
 */
export async function openRecord(ctx: ContextOf<'resident'>, residentId: string): Promise<RecordScope> {
  await expectReach(ctx, residentId);
  const own = residentId === ctx.actor.residentId;
  if (!own) await recordAccess(ctx, [residentId], 'record', 'family');
  return { residentId, topics: own ? every : ['general'], guarded: !own };
}
