import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { poolsFor } from '../../schedules/pool-rules.ts';
import { hashOf } from '../book.ts';
import { type Made, makeBooking } from '../make-booking.ts';
import { expectStaff } from '../policy.ts';
import type { proxyBookInput } from '../schema/proxy.ts';
import { openAsk } from './ask.ts';
import { channelOf, doorOf } from './door.ts';
import { noteProxy } from './note-proxy.ts';

/**
 * Staff book for somebody who asked, at any hospital, under the same rules and on the same path as everybody;
 * numbers kept for the desk are given out at the own one, those kept for townships by them. The same key never books twice.
 */
export async function bookForPerson(ctx: ContextOf<'staff'>, input: z.infer<typeof proxyBookInput>): Promise<Made> {
  const { facilityId: own, accountId } = ctx.actor;
  expectStaff(ctx.actor, own, 'proxy');
  const asked = openAsk(ctx, input.ask);
  const { residentId } = asked;
  const { key, facilityId, sessionId, windowStart = null } = input;
  const door = await doorOf(ctx, facilityId);
  return makeBooking(
    { ...ctx, channel: await channelOf(ctx, asked) },
    {
      ...{ residentId, accountId, key, facilityId, sessionId, windowStart },
      bodyHash: hashOf(['proxy', facilityId, sessionId, residentId, windowStart?.toISOString() ?? '']),
      pools: [...poolsFor[door]],
      replaces: null,
      today: regionDay(ctx.clock.now()),
      also: (tx, made) => noteProxy(tx, ctx, asked, made),
    },
  );
}
