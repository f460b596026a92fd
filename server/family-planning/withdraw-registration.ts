import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';

/** The person takes a registration back, at any time and without a reason. Repeating it changes nothing. */
export async function withdrawRegistration(ctx: ContextOf<'resident'>, id: string): Promise<{ done: true }> {
  const { residentId } = ctx.actor;
  return transact(ctx.db, async (tx) => {
    const { rows } = await askAs(tx, ctx, {}, () =>
      tx.client.query<{ facilityId: string; closedAt: Date | null }>(
        `select facility_id as "facilityId", closed_at as "closedAt" from fertility_registrations
       where resident_id = $1 and id = $2 for update`,
        [residentId, id],
      ),
    );
    const found = rows[0];
    if (!found) throw notFound('planning-registration');
    if (found.closedAt) return { done: true as const };
    await askAs(tx, ctx, {}, () =>
      tx.client.query(
        `update fertility_registrations set closed_at = $3, closed_as = 'withdrawn' where resident_id = $1 and id = $2`,
        [residentId, id, ctx.clock.now()],
      ),
    );
    const entry = { action: 'family-planning.withdraw', subjectType: 'fertility-registration', subjectId: id };
    await recordAudit(tx, ctx, { facilityId: found.facilityId, ...entry });
    return { done: true as const };
  });
}
