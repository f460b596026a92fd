import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { liftStrike } from './lift-strike.ts';
import { expectExcuser } from './policy.ts';
import type { excuseInput } from './schema.ts';

/** The facility itself says that the person came after all, or could not be blamed. Repeating it changes nothing. */
export async function excuseVisit(
  ctx: ContextOf<'staff'>,
  { appointmentId, cause, reason }: z.infer<typeof excuseInput>,
): Promise<{ lifted: boolean }> {
  const { facilityId } = ctx.actor;
  expectExcuser(ctx.actor, facilityId);
  const lifted = await transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `select 1 from missed_visits where facility_id = $1 and appointment_id = $2 and verdict = 'strike'`,
      [facilityId, appointmentId],
    );
    if (rowCount === 0) throw notFound('appointment');
    return liftStrike(tx, ctx, { facilityId, appointmentId, cause, reason });
  });
  return { lifted };
}
