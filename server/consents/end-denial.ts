import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import type { endDenialInput } from './schema.ts';

/** Opens again what was kept back. Ended twice it stays ended. */
export async function endDenial(
  ctx: ContextOf<'resident'>,
  { residentId, id }: z.infer<typeof endDenialInput>,
): Promise<{ done: true }> {
  await expectOwner(ctx, residentId);
  await transact(ctx.db, async (tx) => {
    const ended = await askAs(tx, ctx, { asked: residentId }, () => end(tx, residentId, id, ctx.clock.now()));
    if (!ended) return;
    const entry = { action: 'consents.end-denial', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { denialId: id } });
  });
  return { done: true };
}

/** False when it was ended before. */
async function end(tx: Tx, residentId: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await tx.client.query<{ ended: boolean }>(
    `select ended_at is not null as ended from denials where resident_id = $1 and id = $2 for update`,
    [residentId, id],
  );
  if (!rows[0]) throw notFound('denial');
  if (rows[0].ended) return false;
  await tx.client.query('update denials set ended_at = $3 where resident_id = $1 and id = $2', [residentId, id, now]);
  return true;
}
