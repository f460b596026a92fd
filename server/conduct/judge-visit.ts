import { recordAudit } from '../audit/record-audit.ts';
import { type Locked, lockAppointment, noticeParams } from '../booking/end-appointment.ts';
import { recordNoShow } from '../booking/record-no-show.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { findRules } from '../schedules/find-rules.ts';
import { addStrike, type Standing } from './add-strike.ts';
import { findEvidence } from './find-evidence.ts';
import { judgeMiss, type MissVerdict } from './rules.ts';

type Which = { facilityId: string; appointmentId: string };

/** Where residents read what was counted, and appeal. */
export const conductLink = '/me/conduct';

/**
 * Judges one visit to which nobody checked in, once: a strike with its evidence, or why it does not count. The
 * person is told only of a strike. Null when somebody checked in meanwhile, or it has been judged already.
 */
export async function judgeVisit(ctx: Context, which: Which): Promise<MissVerdict | null> {
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, which.facilityId, which.appointmentId);
    if (a.status !== 'booked') return null;
    const { facts, evidence } = await findEvidence(tx, a);
    const verdict = judgeMiss(facts);
    const { rowCount } = await tx.client.query(
      `insert into missed_visits (facility_id, appointment_id, session_id, resident_id, verdict, cause, evidence, judged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        ...[a.facilityId, a.id, a.sessionId, a.residentId, verdict.verdict, verdict.cause],
        ...[JSON.stringify(evidence), ctx.clock.now()],
      ],
    );
    if (rowCount === 0) return null;
    if (verdict.verdict === 'strike') await count(tx, ctx, a);
    await recordAudit(tx, ctx, {
      facilityId: a.facilityId,
      action: 'conduct.judge',
      subjectType: 'appointment',
      subjectId: a.id,
      detail: { ...verdict, ...evidence },
    });
    return verdict;
  });
}

async function count(tx: Tx, ctx: Context, a: Locked): Promise<void> {
  await recordNoShow(tx, ctx, a);
  const standing = await addStrike(tx, ctx, a, await findRules(tx.client, a.facilityId, a.date));
  await tellStrike(tx, ctx, a, standing);
}

async function tellStrike(tx: Tx, ctx: Context, a: Locked, { live, strike, ban }: Standing): Promise<void> {
  const entry = { residentId: a.residentId, link: conductLink };
  const params = { ...noticeParams(a), count: live, limit: strike.strikesMax, until: strike.expiresAt.toISOString() };
  await tellResident(tx, ctx, { ...entry, kind: 'visit-missed', params });
  if (!ban) return;
  const scope: Record<string, string> = ban.scope === 'facility' ? { facility: a.facilityName } : {};
  const paused = { ...scope, count: ban.appointmentIds.length, until: ban.endsAt.toISOString() };
  await tellResident(tx, ctx, { ...entry, kind: 'booking-paused', params: paused });
}
