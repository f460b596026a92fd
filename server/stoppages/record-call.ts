import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { expectStopper } from './policy.ts';
import { findLostOwner } from './queries/report.ts';
import type { callInput } from './schema.ts';

/** What was learned when somebody was called. Each call is a row of its own; the newest counts. */
export async function recordCall(ctx: ContextOf<'staff'>, input: z.infer<typeof callInput>): Promise<void> {
  const { facilityId, accountId } = ctx.actor;
  expectStopper(ctx.actor, facilityId, 'place');
  await findLostOwner(ctx, input.appointmentId);
  await transact(ctx.db, async (tx) => {
    await tx.client.query(
      `insert into stoppage_calls (facility_id, id, appointment_id, outcome, account_id, called_at) values ($1, $2, $3, $4, $5, $6)`,
      [facilityId, ctx.ids.next(), input.appointmentId, input.outcome, accountId, ctx.clock.now()],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'stoppages.call', subjectType: 'appointment', subjectId: input.appointmentId },
      detail: { outcome: input.outcome },
    });
  });
}
