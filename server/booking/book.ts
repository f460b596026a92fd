import { hash } from 'node:crypto';
import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { expectReach } from '../residents/queries.ts';
import { refuseBeforeTurn } from '../rush/refuse-before-turn.ts';
import { bookTogether } from './batch/book-together.ts';
import type { BookingWish } from './booking-wish.ts';
import type { AppointmentView, bookInput } from './schema.ts';

type Input = z.infer<typeof bookInput>;

/**
 * Books one ticket for oneself or a linked family member. Repeating it with the same key gives the same
 * appointment; the refusal names the rule, what blocks and the next possible time.
 */
export async function book(ctx: ContextOf<'resident'>, input: Input): Promise<AppointmentView> {
  await expectReach(ctx, input.residentId);
  const tooEarly = await refuseBeforeTurn(ctx, ctx.actor.residentId, input);
  if (tooEarly) throw tooEarly;
  return bookTogether(ctx, wishOf(ctx, input));
}

export const wishOf = (ctx: Pick<ContextOf<'resident'>, 'actor' | 'clock'>, input: Input): BookingWish => ({
  residentId: input.residentId,
  accountId: ctx.actor.accountId,
  key: input.key,
  bodyHash: hashOf([input.facilityId, input.sessionId, input.residentId, input.windowStart?.toISOString() ?? '']),
  facilityId: input.facilityId,
  sessionId: input.sessionId,
  windowStart: input.windowStart ?? null,
  pools: ['public'],
  replaces: null,
  today: regionDay(ctx.clock.now()),
});

/** Fingerprint of a request's body, so that a key is not reused for another wish. */
export const hashOf = (parts: string[]): string => hash('sha256', parts.join('\0'), 'base64url');
