import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { expectGuide } from './policy.ts';

/** Takes a place off the map with the ways to it; its printed code then says so. Removing it again changes nothing. */
export async function removePlace(ctx: ContextOf<'staff'>, input: { id: string }): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query('delete from places where facility_id = $1 and id = $2', [
      facilityId,
      input.id,
    ]);
    if (rowCount) {
      await recordAudit(tx, ctx, {
        ...{ facilityId, action: 'navigation.remove-place', subjectType: 'place', subjectId: input.id },
      });
    }
    return { done: true };
  });
}
