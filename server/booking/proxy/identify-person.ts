import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { identifyResident } from '../../residents/identify-resident.ts';
import { expectStaff } from '../policy.ts';
import type { identifyInput, identifyOutput } from '../schema/proxy.ts';
import { sealAsk } from './ask.ts';

/**
 * Whoever asks at a desk is known by name and ID number, or registered now (A48). Both must fit, so that a number
 * alone tells nothing. Repeating it registers nobody twice.
 */
export async function identifyPerson(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof identifyInput>,
): Promise<z.infer<typeof identifyOutput>> {
  const { facilityId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'proxy');
  return transact(ctx.db, async (tx) => {
    const person = await identifyResident(tx, ctx, input);
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'booking.proxy-identify',
      subjectType: 'resident',
      subjectId: person.id,
      detail: { consent: input.consent, registered: person.fresh },
    });
    return { ...sealAsk(ctx, person.id, input.consent), registered: person.fresh };
  });
}
