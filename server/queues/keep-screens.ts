import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectQueueStaff } from './policy.ts';
import { screenTokenHash } from './queries/screens.ts';
import type { makeScreenInput } from './schema/staff.ts';

/** A public page for a hall or a kiosk. Its address holds a token of 256 bits and works until the screen is taken down. */
export async function makeScreen(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof makeScreenInput>,
): Promise<{ id: string }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'screens');
  const id = ctx.ids.next();
  const token = randomBytes(32).toString('base64url');
  return transact(ctx.db, async (tx) => {
    if (wish.departmentId) {
      const { rows } = await tx.client.query('select 1 from departments where id = $1 and facility_id = $2', [
        ...[wish.departmentId, facilityId],
      ]);
      if (!rows[0]) throw notFound('department');
    }
    await tx.client.query(
      `insert into queue_screens (facility_id, id, kind, title, department_id, room, shows, token_hash, token_sealed, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[facilityId, id, wish.kind, wish.title, wish.departmentId, wish.kind === 'screen' ? wish.room : null],
        ...[wish.shows, screenTokenHash(ctx, token), ctx.sealing.seal(token), actorId(ctx.actor), ctx.clock.now()],
      ],
    );
    const detail = { kind: wish.kind, departmentId: wish.departmentId, room: wish.room };
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'queues.make-screen',
      subjectType: 'screen',
      subjectId: id,
      detail,
    });
    return { id };
  });
}

/** The screen's address stops working at once. Taking it down twice changes nothing. */
export async function endScreen(ctx: ContextOf<'staff'>, id: string): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'screens');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      'update queue_screens set ended_at = $3 where facility_id = $1 and id = $2 and ended_at is null',
      [facilityId, id, ctx.clock.now()],
    );
    if (rowCount) {
      await recordAudit(tx, ctx, { facilityId, action: 'queues.end-screen', subjectType: 'screen', subjectId: id });
    }
    return { done: true as const };
  });
}
