import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { keepForDraw, lockForDraw } from '../schedules/keep-for-draw.ts';
import { drawOrder, type Listed, listHashOf } from './draw-order.ts';
import { type DrawKey, type DrawRow, lockDraw } from './find-draw.ts';
import { voidDraw } from './void-draw.ts';

/**
 * Ends the taking of requests: the list is fixed, its hash and order are written down and the free numbers held, in one
 * transaction. Before its time, or done already, it changes nothing; a stopped clinic ends the draw instead.
 */
export async function closeIntake(ctx: Context, key: DrawKey): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const session = await lockForDraw(tx, key);
    const draw = await lockDraw(tx, key, 'update');
    const now = ctx.clock.now();
    if (draw.status !== 'intake') return;
    const gone = session?.status === 'suspended' || now >= draw.closeAt;
    if (gone) return voidDraw(tx, ctx, draw);
    // what is being checked is not given away; the next minute looks again
    if (now < draw.closesAt || session?.status !== 'published') return;
    const entries = await listWaiting(tx, key);
    const offered = await keepForDraw(tx, key);
    await placeAll(tx, key, drawOrder(ctx.sealing.open(draw.seedSealed), entries));
    await tx.client.query(
      `update draws set status = 'closed', list_hash = $3, offered = $4, closed_at = $5 where facility_id = $1 and session_id = $2`,
      [key.facilityId, key.sessionId, listHashOf(entries), offered, now],
    );
    await audit(tx, ctx, draw, { requests: entries.length, numbers: offered.length });
  });
}

async function listWaiting(tx: Tx, { facilityId, sessionId }: DrawKey): Promise<Listed[]> {
  const { rows } = await tx.client.query<Listed>(
    `select id, channel from draw_entries where facility_id = $1 and session_id = $2 and status = 'waiting'`,
    [facilityId, sessionId],
  );
  return rows;
}

const placeAll = (tx: Tx, { facilityId, sessionId }: DrawKey, order: string[]) =>
  tx.client.query(
    `update draw_entries e set place = o.place from unnest($3::uuid[]) with ordinality as o (id, place)
     where e.facility_id = $1 and e.session_id = $2 and e.id = o.id`,
    [facilityId, sessionId, order],
  );

const audit = (tx: Tx, ctx: Context, draw: DrawRow, detail: Record<string, number>) =>
  recordAudit(tx, ctx, {
    ...{
      facilityId: draw.facilityId,
      action: 'draws.close',
      subjectType: 'session',
      subjectId: draw.sessionId,
      detail,
    },
  });
