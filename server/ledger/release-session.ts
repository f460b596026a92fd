import type { z } from 'zod';
import type { LedgerFinding } from '#db/schema/ledger.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { resumeSession } from '../schedules/halt-session.ts';
import { mendTickets } from '../schedules/mend-tickets.ts';
import { findDrift } from './find-drift.ts';
import { isInArea } from './policy.ts';
import { mendsFor } from './rules.ts';
import type { releaseInput, releaseOutput } from './schema.ts';

type Which = { facilityId: string; sessionId: string };

/**
 * An official of the area puts a session in order and back on sale, with a reason. It adds up afterwards, or
 * nothing has happened. Repeating it finds no open alert and says so.
 */
export async function releaseSession(
  ctx: ContextOf<'official'>,
  { reason, ...which }: z.infer<typeof releaseInput>,
): Promise<z.infer<typeof releaseOutput>> {
  const { facilityId, sessionId } = which;
  return transact(ctx.db, async (tx) => {
    const date = await lockSession(tx, ctx, which);
    const alert = await tx.client.query<{ id: string }>(
      'select id from ledger_alerts where facility_id = $1 and session_id = $2 and released_at is null for update',
      [facilityId, sessionId],
    );
    if (!alert.rows[0]) throw refused('ledger-settled');
    const findings = await driftOf(tx, which, date);
    const order = mendsFor(findings);
    if ('stuck' in order) throw refused('ledger-double', { params: { number: order.stuck } });
    if (findings.length > 0) await mendTickets(tx, facilityId, sessionId, order.mends);
    if ((await driftOf(tx, which, date)).length > 0) throw refused('ledger-still-off');
    const resumed = await resumeSession(tx, facilityId, sessionId);
    await tx.client.query(
      `update ledger_alerts set released_at = $3, released_by = $4, reason = $5 where facility_id = $1 and id = $2`,
      [facilityId, alert.rows[0].id, ctx.clock.now(), ctx.actor.accountId, reason],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'ledger.release', subjectType: 'session', subjectId: sessionId },
      detail: { reason, findings, mends: order.mends, resumed },
    });
    return { mended: findings.length, onSale: resumed };
  });
}

/** Locks the session and returns its date. Throws session-not-found outside the official's area. */
async function lockSession(tx: Tx, ctx: ContextOf<'official'>, { facilityId, sessionId }: Which): Promise<string> {
  const { rows } = await tx.client.query<{ date: string; regionPath: string }>(
    `select s.date, f.region_path as "regionPath" from sessions s join facilities f on f.id = s.facility_id
     where s.facility_id = $1 and s.id = $2 for update of s`,
    [facilityId, sessionId],
  );
  const row = rows[0];
  if (!row || !isInArea(ctx.actor, row.regionPath)) throw notFound('session');
  return row.date;
}

async function driftOf(tx: Tx, { facilityId, sessionId }: Which, from: string): Promise<LedgerFinding[]> {
  const [tally] = await findDrift(tx.client, { facilityIds: [facilityId], from, sessionId });
  return tally?.drifts[0]?.findings ?? [];
}
