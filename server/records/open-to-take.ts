import { recordAccess } from '../access/record-access.ts';
import { findGround } from '../consents/find-ground.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { TakeInput } from './schema/take.ts';
import { openRecord, type RecordScope } from './scope.ts';

type Reading = ContextOf<'resident'> | ContextOf<'staff'>;

/**
 * Opens a record to be carried away. Once out, nobody can take it back: so guarded topics come along only when the
 * reader named them, staff may only with the person's own code in hand and never get those, and the taking leaves an
 * access row even when it is the person's own.
 */
export async function openToTake(ctx: Reading, { residentId, topics }: TakeInput): Promise<RecordScope> {
  const staff = isStaff(ctx);
  if (staff && (await findGround(ctx, residentId))?.basis !== 'shared') throw refused('take-needs-code');
  const scope = await openRecord(ctx, residentId, 'record-taken');
  if (scope.view === 'own') await recordAccess(ctx, [residentId], 'record-taken', 'self');
  const named: readonly string[] = staff ? [] : topics;
  const taken = scope.topics.filter((topic) => topic === 'general' || named.includes(topic));
  return { ...scope, topics: taken, ownFacility: null };
}

const isStaff = (ctx: Reading): ctx is ContextOf<'staff'> => ctx.actor.kind === 'staff';
