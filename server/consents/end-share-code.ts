import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import type { endShareCodeInput } from './schema.ts';

/** Ends a code before its time: whoever typed it reads nothing more by it. Ended twice it stays ended. */
export async function endShareCode(
  ctx: ContextOf<'resident'>,
  { residentId, id }: z.infer<typeof endShareCodeInput>,
): Promise<{ done: true }> {
  await expectOwner(ctx, residentId);
  await transact(ctx.db, async (tx) => {
    const { rows } = await askAs(tx, ctx, { asked: residentId }, () =>
      tx.client.query<{ id: string }>(
        `update share_codes set ended_at = coalesce(ended_at, $3) where resident_id = $1 and id = $2 returning id`,
        [residentId, id, ctx.clock.now()],
      ),
    );
    if (!rows[0]) throw notFound('share-code');
    const entry = { action: 'consents.end-share', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { codeId: id } });
  });
  return { done: true };
}
