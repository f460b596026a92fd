import { linkAccount } from '../access/link-account.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { identifyResident } from './identify-resident.ts';

/**
 * Real-name registration of the account holder (A1). Repeating it with the same number is harmless; one
 * account stands for one person, and one person has one account.
 */
export async function register(
  ctx: ContextOf<'resident'>,
  input: { name: string; idNumber: string },
): Promise<{ residentId: string }> {
  return transact(ctx.db, async (tx) => {
    const person = await identifyResident(tx, ctx, input);
    if (ctx.actor.residentId === person.id) return { residentId: person.id };
    if (ctx.actor.residentId) throw conflict('already-registered');
    const linked = await linkAccount(tx, ctx.actor.accountId, person);
    if (!linked) throw conflict('id-registered-elsewhere');
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'residents.register',
      subjectType: 'resident',
      subjectId: person.id,
    });
    return { residentId: person.id };
  });
}
