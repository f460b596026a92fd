import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { expectGuide } from './policy.ts';

/** Takes a way off the map; removing it again changes nothing. */
export async function removeWay(ctx: ContextOf<'staff'>, input: { id: string }): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query('delete from ways where facility_id = $1 and id = $2', [
      facilityId,
      input.id,
    ]);
    if (rowCount) {
      await recordAudit(tx, ctx, {
        ...{ facilityId, action: 'navigation.remove-way', subjectType: 'way', subjectId: input.id },
      });
    }
    return { done: true };
  });
}
