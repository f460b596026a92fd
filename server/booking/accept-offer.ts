import type { ContextOf } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { hashOf } from './book.ts';
import { bookKept } from './book-kept.ts';
import type { Offer } from './close-offer.ts';

/** Turns a kept ticket into an appointment that replaces the lost one. Overlap still refuses. */
export const acceptOffer = (tx: Tx, ctx: ContextOf<'resident'>, offer: Offer): Promise<string> =>
  bookKept(tx, ctx, {
    ...offer,
    key: `offer-${offer.id}`,
    bodyHash: hashOf(['offer', offer.id]),
    replaces: offer.appointmentId,
  });
