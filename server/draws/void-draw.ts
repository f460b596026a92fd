import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResidents } from '../notices/tell-residents.ts';
import { releaseAfterDraw } from '../schedules/keep-for-draw.ts';
import { drawLink, drawParams } from './enter-draw.ts';
import type { DrawRow } from './find-draw.ts';
import { leaveSeats } from './person-state.ts';

/**
 * The clinic will not be held: no draw, and everybody who waits for it is told, in the caller's transaction. Should it be
 * held after all, its numbers go to whoever comes first.
 */
export async function voidDraw(tx: Tx, ctx: Context, draw: DrawRow): Promise<void> {
  const now = ctx.clock.now();
  const { rows } = await tx.client.query<{ id: string; residentId: string }>(
    `update draw_entries set status = 'lost', reason = 'stopped', decided_at = $3
     where facility_id = $1 and session_id = $2 and status = 'waiting' returning id, resident_id as "residentId"`,
    [draw.facilityId, draw.sessionId, now],
  );
  await tx.client.query(`update draws set status = 'void', drawn_at = $3 where facility_id = $1 and session_id = $2`, [
    draw.facilityId,
    draw.sessionId,
    now,
  ]);
  await releaseAfterDraw(tx, draw, draw.offered ?? [], now);
  await leaveSeats(tx, rows);
  const entry = { kind: 'draw-void' as const, params: drawParams(draw), link: drawLink(draw) };
  await tellResidents(
    tx,
    rows.map(({ residentId }) => ({ ctx, at: now, entry: { ...entry, residentId } })),
  );
  const detail = { requests: rows.length };
  await recordAudit(tx, ctx, {
    ...{ facilityId: draw.facilityId, action: 'draws.void', subjectType: 'session', subjectId: draw.sessionId, detail },
  });
}
