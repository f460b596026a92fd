import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import type { DrawWindow } from '../schedules/draw-window.ts';
import { commitmentOf, newSeed } from './draw-order.ts';
import type { DrawKey } from './find-draw.ts';

type Prepare = Pick<Context, 'actor' | 'clock' | 'ids' | 'requestId' | 'sealing'>;

/**
 * Draws a seed nobody sees, keeps it sealed and publishes its hash. Done again it changes nothing: the first
 * promise stands.
 */
export async function promiseSeed(tx: Tx, ctx: Prepare, key: DrawKey, window: DrawWindow): Promise<void> {
  const { facilityId, sessionId } = key;
  const seed = newSeed();
  const { rowCount } = await tx.client.query(
    `insert into draws (facility_id, session_id, status, opens_at, closes_at, commitment, committed_at, seed_sealed)
     values ($1, $2, 'intake', $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      ...[facilityId, sessionId, window.opensAt, window.closesAt, commitmentOf({ ...key, ...window }, seed)],
      ...[ctx.clock.now(), ctx.sealing.seal(seed)],
    ],
  );
  if (!rowCount) return;
  const { opensAt, closesAt } = window;
  const detail = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  await recordAudit(tx, ctx, {
    facilityId,
    action: 'draws.promise',
    subjectType: 'session',
    subjectId: sessionId,
    detail,
  });
}

/** Promises a seed for each published session of the facility that is to be drawn and has none yet. */
export async function prepareDraws(ctx: Prepare & Pick<Context, 'db'>, facilityId: string): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<DrawKey & DrawWindow>(
      `select s.facility_id as "facilityId", s.id as "sessionId", s.draw_opens_at as "opensAt", s.draw_closes_at as "closesAt"
       from sessions s left join draws w on w.facility_id = s.facility_id and w.session_id = s.id
       where s.facility_id = $1 and s.draw_opens_at > $2 and s.status = 'published' and w.session_id is null`,
      [facilityId, ctx.clock.now()],
    );
    for (const { opensAt, closesAt, ...key } of rows) await promiseSeed(tx, ctx, key, { opensAt, closesAt });
    return rows.length;
  });
}
