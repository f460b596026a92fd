import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { transact } from '../../../kernel/transaction.ts';
import { expectGuide } from '../policy.ts';

/** Takes a row back, so that the less specific one or the default holds again; repeating it changes nothing. */
export async function removePreparation(ctx: ContextOf<'staff'>, input: { id: string }): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query('delete from preparations where facility_id = $1 and id = $2', [
      facilityId,
      input.id,
    ]);
    if (rowCount) {
      await recordAudit(tx, ctx, {
        ...{ facilityId, action: 'navigation.remove-preparation', subjectType: 'preparation', subjectId: input.id },
      });
    }
    return { done: true };
  });
}
