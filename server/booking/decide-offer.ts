import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { acceptOffer } from './accept-offer.ts';
import { closeOffer, lockOffer } from './close-offer.ts';
import { lookAgain } from './look-again.ts';
import type { decideOfferInput } from './schema.ts';

/** Accepts or declines a kept ticket, once. The answer names the new appointment when accepted. */
export async function decideOffer(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof decideOfferInput>,
): Promise<{ appointmentId: string | null }> {
  const reach = await reachOf(ctx);
  return lookAgain(() => transact(ctx.db, (tx) => decide(tx, ctx, { ...input, reach })));
}

type Decision = z.infer<typeof decideOfferInput> & { reach: string[] };

async function decide(
  tx: Tx,
  ctx: ContextOf<'resident'>,
  { facilityId, offerId, accept, reach }: Decision,
): Promise<{ appointmentId: string | null }> {
  const offer = await lockOffer(tx, facilityId, offerId);
  if (!offer || !reach.includes(offer.residentId)) throw notFound('offer');
  if (offer.status !== 'open') throw refused('offer-decided', { params: { status: offer.status } });
  if (offer.expiresAt <= ctx.clock.now())
    throw refused('offer-lapsed', { params: { expiredAt: offer.expiresAt.toISOString() } });
  await closeOffer(tx, ctx, offer, accept ? 'accepted' : 'declined');
  if (!accept) {
    await recordAudit(tx, ctx, {
      facilityId: offer.facilityId,
      action: 'booking.decline-offer',
      subjectType: 'appointment',
      subjectId: offer.appointmentId,
    });
    return { appointmentId: null };
  }
  return { appointmentId: await acceptOffer(tx, ctx, offer) };
}
