import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectReach, reachOf } from '../residents/queries.ts';
import { enterDraw } from './enter-draw.ts';
import { lockDraw } from './find-draw.ts';
import { leaveSeats } from './person-state.ts';
import { intakeRefusal } from './rules.ts';
import type { enteredOutput, enterInput, withdrawInput } from './schema.ts';

/** Enters oneself or a linked family member. Entering again answers with the same request. */
export async function enterOwn(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof enterInput>,
): Promise<z.infer<typeof enteredOutput>> {
  await expectReach(ctx, input.residentId);
  return enterDraw(ctx, { ...input, accountId: ctx.actor.accountId, channel: ctx.channel });
}

/** Takes a request back while requests are taken. Withdrawing twice changes nothing. */
export async function withdrawEntry(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof withdrawInput>,
): Promise<{ done: true }> {
  const reach = await reachOf(ctx);
  return transact(ctx.db, async (tx) => {
    const draw = await lockDraw(tx, input, 'share');
    const { rows } = await tx.client.query<{ residentId: string; status: string }>(
      `select resident_id as "residentId", status from draw_entries
       where facility_id = $1 and session_id = $2 and id = $3 for update`,
      [input.facilityId, input.sessionId, input.entryId],
    );
    const entry = rows[0];
    if (!entry || !reach.includes(entry.residentId)) throw notFound('entry');
    if (entry.status === 'withdrawn') return { done: true };
    const refusal = intakeRefusal(draw, draw.sessionStatus, ctx.clock.now());
    if (refusal) throw refused(refusal.rule, refusal);
    await tx.client.query(`update draw_entries set status = 'withdrawn' where facility_id = $1 and id = $2`, [
      ...[input.facilityId, input.entryId],
    ]);
    await leaveSeats(tx, [{ residentId: entry.residentId, id: input.entryId }]);
    const { facilityId, sessionId, entryId } = input;
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'draws.withdraw', subjectType: 'session', subjectId: sessionId, detail: { entryId } },
    });
    return { done: true };
  });
}
