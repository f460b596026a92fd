import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { identifyResident } from '../residents/identify-resident.ts';
import { enterDraw, receiptOf } from './enter-draw.ts';
import { expectDrawHelper } from './policy.ts';
import type { enterForInput, enterForOutput } from './schema/staff.ts';

/**
 * Staff enter a request for somebody at the desk or on the phone, village doctors also for another facility: the same
 * request with the same chance as from a phone in the hand. Entering again answers with the same one.
 */
export async function enterFor(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof enterForInput>,
): Promise<z.infer<typeof enterForOutput>> {
  expectDrawHelper(ctx.actor);
  const { facilityId, sessionId } = input;
  const person = await transact(ctx.db, (tx) =>
    identifyResident(tx, ctx, { name: input.residentName, idNumber: input.residentIdNumber }),
  );
  const channel = input.asked === 'by-phone' ? 'phone' : facilityId === ctx.actor.facilityId ? 'desk' : 'grassroots';
  const { accountId } = ctx.actor;
  const entered = await enterDraw(
    { ...ctx, channel },
    { facilityId, sessionId, residentId: person.id, accountId, channel },
  );
  return { ...entered, receipt: receiptOf(entered.entryId), residentName: person.name };
}
