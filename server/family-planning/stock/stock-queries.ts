import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { expectPlanner } from '../policy.ts';
import { lastsUntil, quarterEnd, stateOf, stockRules } from '../rules/stock.ts';
import type { Stock, stockInput } from '../schema/stock.ts';

type Desk = ContextOf<'staff'>;
const atOnce = 30;

/** What lies at the worker's own place, what will not last the quarter, and how it came to be so, page by page. */
export async function getStock(ctx: Desk, { cursor }: z.infer<typeof stockInput>): Promise<Stock> {
  expectPlanner(ctx.actor);
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const [items, batches, found] = await Promise.all([
    listItems(ctx, today),
    listBatches(ctx, today),
    listMovements(ctx, cursor?.split('~') ?? []),
  ]);
  const movements = found.slice(0, atOnce);
  const last = found.length > atOnce ? movements.at(-1) : undefined;
  return {
    ...{ items, batches, asOf },
    movements: movements.map(({ at: _at, ...one }) => one),
    next: last ? [last.at, last.id, last.lot, last.expiresOn].join('~') : null,
  };
}

async function listItems(ctx: Desk, today: string): Promise<Stock['items']> {
  const { rows } = await ctx.db.pool.query<Pick<Stock['items'][number], 'item' | 'onHand' | 'used'>>({
    name: 'list-stock-items',
    text: `select b.item, coalesce(sum(b.on_hand) filter (where b.expires_on >= $2), 0)::int as "onHand",
             coalesce((select -sum(m.quantity) from contraceptive_movements m where m.facility_id = $1 and m.item = b.item
               and m.kind in ('issued', 'handed-over') and m.moved_at >= $3), 0)::int as used
           from contraceptive_batches b where b.facility_id = $1 group by b.item order by b.item`,
    values: [ctx.actor.facilityId, today, new Date(ctx.clock.now().getTime() - stockRules.usedDays * 86_400_000)],
  });
  const end = quarterEnd(today);
  return rows.map((row) => {
    const until = lastsUntil(row.onHand, row.used, today);
    return { ...row, lastsUntil: until, short: until !== null && until < end };
  });
}

/** Batches of which something is left, what expires first first. */
async function listBatches({ db, actor }: Desk, today: string): Promise<Stock['batches']> {
  const { rows } = await db.pool.query<Omit<Stock['batches'][number], 'state'>>({
    name: 'list-stock-batches',
    text: `select item, lot, expires_on::text as "expiresOn", on_hand as "onHand" from contraceptive_batches
           where facility_id = $1 and on_hand > 0 order by expires_on, item, lot limit 200`,
    values: [actor.facilityId],
  });
  return rows.map((row) => ({ ...row, state: stateOf(row.expiresOn, today) }));
}

type Movement = Stock['movements'][number] & { at: string };

async function listMovements({ db, actor }: Desk, [at, id, lot, expiresOn]: string[]): Promise<Movement[]> {
  const { rows } = await db.pool.query<Movement>({
    name: 'list-stock-movements',
    text: `select id, item, lot, expires_on::text as "expiresOn", kind, quantity, about, moved_at as "movedAt",
             worker_name as "workerName", moved_at::text as at from contraceptive_movements
           where facility_id = $1 and ($2::timestamptz is null or (moved_at, id, lot, expires_on) < ($2, $3::uuid, $4, $5::date))
           order by moved_at desc, id desc, lot desc, expires_on desc limit ${atOnce + 1}`,
    values: [actor.facilityId, at ?? null, id ?? null, lot ?? null, expiresOn ?? null],
  });
  return rows;
}
