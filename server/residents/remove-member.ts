import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';

/** Ends a family link; bookings already made stay. Repeating it is harmless. */
export async function removeMember(ctx: ContextOf<'resident'>, memberId: string): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ ended_at: Date | null }>(
      'select ended_at from family_links where resident_id = $1 and member_id = $2 for update',
      [ctx.actor.residentId, memberId],
    );
    if (!rows[0]) throw notFound('member');
    if (rows[0].ended_at) return { done: true };
    await tx.client.query('update family_links set ended_at = $3 where resident_id = $1 and member_id = $2', [
      ctx.actor.residentId,
      memberId,
      ctx.clock.now(),
    ]);
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'residents.unlink',
      subjectType: 'resident',
      subjectId: memberId,
    });
    return { done: true };
  });
}
