import { accessEvents } from '#db/schema/access.ts';
import { actorId, type Context } from '../kernel/context.ts';

/** Leaves a row, visible to the resident, for each read of that person's data by somebody else. */
export async function recordAccess(
  ctx: Pick<Context, 'db' | 'actor' | 'clock' | 'ids'>,
  residentIds: string[],
  what: string,
  reason: string,
): Promise<void> {
  const { actor } = ctx;
  if (residentIds.length === 0) return;
  const rows = [...new Set(residentIds)].map((residentId) => ({
    residentId,
    id: ctx.ids.next(),
    at: ctx.clock.now(),
    actorKind: actor.kind,
    actorId: actorId(actor),
    actorName: 'name' in actor ? actor.name : '',
    facilityId: 'facilityId' in actor ? actor.facilityId : null,
    what,
    reason,
  }));
  await ctx.db.orm.insert(accessEvents).values(rows);
}
