import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { findRights } from './find-rights.ts';
import { isGiven, openByDefault, textVersions } from './rules.ts';
import type { setConsentInput } from './schema.ts';

/**
 * The person's yes or no to a purpose and topic, under the words that were on the screen. It holds from the next
 * reading on. What holds already is not written again.
 */
export async function setConsent(
  ctx: ContextOf<'resident'>,
  { residentId, purpose, topic, given, textVersion }: z.infer<typeof setConsentInput>,
): Promise<{ done: true }> {
  const { guardian } = await expectOwner(ctx, residentId);
  if (given && guardian && isForGuardian(purpose, topic)) throw refused('guardian-cannot-open');
  if (textVersion !== textVersions[purpose]) throw conflict('consent-text-changed');
  await transact(ctx.db, async (tx) => {
    const said = await askAs(tx, ctx, { asked: residentId }, async () => {
      const rights = await findRights(tx.client, residentId);
      if (isGiven(rights, purpose, topic, openByDefault(purpose, topic)) === given) return false;
      await tx.client.query(
        `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [residentId, ctx.ids.next(), purpose, topic, given, textVersion, ctx.clock.now(), ctx.actor.accountId],
      );
      return true;
    });
    if (!said) return;
    const entry = {
      action: given ? 'consents.give' : 'consents.withdraw',
      subjectType: 'resident',
      subjectId: residentId,
    };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { purpose, topic, textVersion } });
  });
  return { done: true };
}

/** What a guardian would open to oneself: a child's guarded topics stay the child's. */
export const isForGuardian = (purpose: string, topic: string): boolean => purpose === 'family' && topic !== 'general';
