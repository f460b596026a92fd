import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { identifyResident } from '../residents/identify-resident.ts';
import { hashOf } from './book.ts';
import { makeBooking } from './make-booking.ts';
import { expectStaff } from './policy.ts';
import type { addExtraInput } from './schema.ts';

/**
 * 加号 (A35): staff book one more number for a patient with a reason, beyond the public quota and capped
 * per session. The same key never issues twice.
 */
export async function addExtra(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof addExtraInput>,
): Promise<{ facilityId: string; appointmentId: string }> {
  const { facilityId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'extra');
  const person = await transact(ctx.db, (tx) =>
    identifyResident(tx, ctx, { name: input.residentName, idNumber: input.residentIdNumber }),
  );
  return makeBooking(
    { ...ctx, channel: 'desk' },
    {
      residentId: person.id,
      accountId: ctx.actor.accountId,
      key: input.key,
      bodyHash: hashOf(['extra', input.sessionId, person.id]),
      facilityId,
      sessionId: input.sessionId,
      windowStart: null,
      pools: ['extra'],
      replaces: null,
      today: regionDay(ctx.clock.now()),
      extra: { reason: input.reason },
    },
  );
}
