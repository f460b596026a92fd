import { recordAccess } from '../access/record-access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { findPhone } from '../notices/find-phone.ts';
import { expectStopper } from './policy.ts';
import { findLostOwner } from './queries/report.ts';

/**
 * The whole telephone number of somebody who lost a number to a stopped clinic, to call them. Everybody who asks
 * leaves an audit row, and an access row that the resident sees. Null when no number is known.
 */
export async function showPhone(ctx: ContextOf<'staff'>, appointmentId: string): Promise<{ phone: string | null }> {
  const { facilityId } = ctx.actor;
  expectStopper(ctx.actor, facilityId, 'place');
  const residentId = await findLostOwner(ctx, appointmentId);
  const { rows } = await ctx.db.pool.query<{ phone: string | null }>(
    'select phone_sealed as phone from residents where id = $1',
    [residentId],
  );
  const sealed = await findPhone(ctx, residentId, rows[0]?.phone ?? null);
  await transact(ctx.db, (tx) =>
    recordAudit(tx, ctx, {
      facilityId,
      action: 'stoppages.phone',
      subjectType: 'appointment',
      subjectId: appointmentId,
    }),
  );
  await recordAccess(ctx, [residentId], 'phone', 'clinic-stopped');
  return { phone: sealed ? ctx.sealing.open(sealed) : null };
}
