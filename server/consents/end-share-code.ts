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
      tx.client.query<{ before: Date | null }>(
        `with code as (select id, ended_at from share_codes where resident_id = $1 and id = $2 for update),
           ended as (update share_codes s set ended_at = $3 from code where s.resident_id = $1 and s.id = code.id and code.ended_at is null)
         select ended_at as before from code`,
        [residentId, id, ctx.clock.now()],
      ),
    );
    if (!rows[0]) throw notFound('share-code');
    if (rows[0].before) return;
    const entry = { action: 'consents.end-share', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { codeId: id } });
  });
  return { done: true };
}
