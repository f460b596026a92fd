import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { duePools, type KeptPool, nextDue, nextPool, type PoolTimes } from './pool-rules.ts';
import { returnTickets } from './return-tickets.ts';

type OpenContext = Pick<Context, 'db' | 'clock' | 'ids' | 'actor' | 'requestId' | 'log'>;
type Due = { facilityId: string; sessionId: string };

/** Sessions of one run; the next run, a minute later at most, takes those that are left. */
const most = 500;

/**
 * Unused numbers of a pool whose stated time has come move on: referral → township → public, desk and same-day →
 * public, where who waits comes first. Each session is a transaction of its own; running it again, also at the same moment, moves nothing twice.
 * Returns how many numbers moved.
 */
export async function openPools(ctx: OpenContext): Promise<number> {
  const { rows } = await ctx.db.pool.query<Due>({
    name: 'list-pools-due',
    text: `select facility_id as "facilityId", id as "sessionId" from sessions where pools_due_at <= $1
           order by pools_due_at limit ${most}`,
    values: [ctx.clock.now()],
  });
  let moved = 0;
  await eachInTurn(ctx.log, 'pools whose time has come', rows, async (due) => {
    moved += await transact(ctx.db, (tx) => openOne(tx, ctx, due));
  });
  return moved;
}

async function openOne(tx: Tx, ctx: OpenContext, { facilityId, sessionId }: Due): Promise<number> {
  const { rows } = await tx.client.query<{ poolTimes: PoolTimes }>(
    `select pool_times as "poolTimes" from sessions where facility_id = $1 and id = $2 and pools_due_at <= $3 for no key update`,
    [facilityId, sessionId, ctx.clock.now()],
  );
  const times = rows[0]?.poolTimes;
  if (!times) return 0;
  const now = ctx.clock.now();
  const moves: Partial<Record<KeptPool, number>> = {};
  for (const pool of duePools(times, now)) {
    const { rows: numbers } = await tx.client.query<{ number: number }>(
      `update tickets set pool = $4 where facility_id = $1 and session_id = $2 and pool = $3 and status = 'free' returning number`,
      [facilityId, sessionId, pool, nextPool[pool]],
    );
    if (numbers.length > 0) moves[pool] = numbers.length;
    if (nextPool[pool] === 'public') {
      await returnTickets(tx, ctx, { facilityId, sessionId, numbers: numbers.map((row) => row.number) }, 'added');
    }
  }
  await tx.client.query('update sessions set pools_due_at = $3 where facility_id = $1 and id = $2', [
    ...[facilityId, sessionId, nextDue(times, now)],
  ]);
  const moved = Object.values(moves).reduce((sum, count) => sum + count, 0);
  if (moved > 0) {
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'schedules.open-pools',
      subjectType: 'session',
      subjectId: sessionId,
      detail: moves,
    });
  }
  return moved;
}
