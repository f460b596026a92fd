import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';

type GivenBack = { residentId: string; id: string; facilityId: string };

/** Counts a number that somebody gave back or changed of their own choice (A24). Once an appointment. */
export async function noteCancellation(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'actor'>,
  a: GivenBack,
  kind: 'cancel' | 'change',
): Promise<void> {
  if (ctx.actor.kind !== 'resident') return;
  await tx.client.query({
    name: 'note-cancellation',
    text: `insert into cancellations (resident_id, appointment_id, facility_id, kind, at)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [a.residentId, a.id, a.facilityId, kind, ctx.clock.now()],
  });
}
