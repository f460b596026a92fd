import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { reachOf, seenBy } from './policy.ts';
import type { reviewInput } from './schema.ts';

/** An official says what it was, with a reason. The last word counts; each one is in the audit. */
export async function reviewFlag(
  ctx: ContextOf<'official'>,
  input: z.infer<typeof reviewInput>,
): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ kind: string; count: number }>(
      `update behaviour_flags b set verdict = $2, note = $3, reviewed_by = $4, reviewed_at = $5
       where id = $1 and ${seenBy('$6::boolean', '$7')} returning kind, count`,
      [input.flagId, input.verdict, input.note, ctx.actor.accountId, ctx.clock.now(), ...reachOf(ctx.actor)],
    );
    if (!rows[0]) throw notFound('flag');
    const detail = { ...rows[0], verdict: input.verdict };
    const subjectId = input.flagId;
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'behaviour.review',
      subjectType: 'flag',
      subjectId,
      detail,
    });
    return { done: true };
  });
}
