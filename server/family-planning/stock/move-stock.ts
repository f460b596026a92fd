import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { getPlace } from '../open-sheet.ts';
import { expectPlanner } from '../policy.ts';
import type { movedStock, StockMove } from '../schema/stock.ts';

type Desk = ContextOf<'staff'>;

/**
 * Enters what came to a batch of the worker's own place or left it, as a movement that is never changed; what lies there is
 * the sum of them, and never below nothing. The same key is one movement, however often it is saved.
 */
export async function moveStock(ctx: Desk, move: StockMove): Promise<z.infer<typeof movedStock>> {
  expectPlanner(ctx.actor);
  const { regionPath } = await getPlace(ctx);
  const { facilityId } = ctx.actor;
  return transact(ctx.db, async (tx) => {
    if (move.kind === 'received') await openBatch(tx, ctx, move, regionPath);
    const onHand = await lockBatch(tx, facilityId, move);
    const by = await write(tx, ctx, move, onHand);
    if (by === null) return { onHand };
    const detail = { item: move.item, kind: move.kind, quantity: by };
    const entry = { action: 'family-planning.move-stock', subjectType: 'contraceptive-movement', subjectId: move.key };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail });
    return { onHand: onHand + by };
  });
}

async function openBatch(tx: Tx, { actor, clock }: Desk, move: StockMove, regionPath: string): Promise<void> {
  if (move.expiresOn < regionDay(clock.now())) throw refused('stock-expired', { params: { day: move.expiresOn } });
  await tx.client.query(
    `insert into contraceptive_batches (facility_id, item, lot, expires_on, region_path, on_hand)
     values ($1, $2, $3, $4, $5, 0) on conflict (facility_id, item, lot, expires_on) do nothing`,
    [actor.facilityId, move.item, move.lot, move.expiresOn, regionPath],
  );
}

async function lockBatch(tx: Tx, facilityId: string, { item, lot, expiresOn }: StockMove): Promise<number> {
  const { rows } = await tx.client.query<{ onHand: number }>(
    `select on_hand as "onHand" from contraceptive_batches
     where facility_id = $1 and item = $2 and lot = $3 and expires_on = $4 for update`,
    [facilityId, item, lot, expiresOn],
  );
  if (!rows[0]) throw notFound('stock-batch');
  return rows[0].onHand;
}

/** By how much the batch changes; null: saved before. */
async function write(tx: Tx, ctx: Desk, move: StockMove, onHand: number): Promise<number | null> {
  const { actor } = ctx;
  const key = [actor.facilityId, move.item, move.lot, move.expiresOn];
  const before = await tx.client.query(
    'select 1 from contraceptive_movements where facility_id = $1 and id = $2 limit 1',
    [actor.facilityId, move.key],
  );
  if (before.rowCount) return null;
  const by = changeOf(move, onHand, regionDay(ctx.clock.now()));
  await tx.client.query(
    `insert into contraceptive_movements (facility_id, item, lot, expires_on, id, kind, quantity, about, moved_at, worker_id,
       worker_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...key, move.key, move.kind, by, move.about, ctx.clock.now(), actor.accountId, actor.name],
  );
  await tx.client.query(
    `update contraceptive_batches set on_hand = on_hand + $5
     where facility_id = $1 and item = $2 and lot = $3 and expires_on = $4`,
    [...key, by],
  );
  return by;
}

function changeOf(move: StockMove, onHand: number, today: string): number {
  const expired = move.expiresOn < today;
  switch (move.kind) {
    case 'received':
      return move.quantity;
    case 'handed-over':
      if (expired) throw refused('stock-expired', { params: { day: move.expiresOn } });
      if (move.quantity > onHand) throw refused('stock-short', { params: { have: onHand, wanted: move.quantity } });
      return -move.quantity;
    case 'counted':
      if (move.found !== onHand && move.about.length < 2)
        throw refused('stock-reason-needed', { params: { have: onHand, found: move.found } });
      return move.found - onHand;
    case 'written-off':
      if (!expired) throw refused('stock-not-expired', { params: { day: move.expiresOn } });
      return -onHand;
  }
}
