import { recordAudit } from '../audit/record-audit.ts';
import { lockAppointment, noticeParams } from '../booking/end-appointment.ts';
import { recordCameAfterAll } from '../booking/record-no-show.ts';
import { actorId, type Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { lockConduct } from './add-strike.ts';
import { conductLink } from './judge-visit.ts';
import { pauseStands } from './rules.ts';

export type LiftCause = 'came' | 'facility' | 'fault-window' | 'appeal';
type Lift = { facilityId: string; appointmentId: string; cause: LiftCause; reason: string };

/**
 * Takes a strike back, with the pause that no longer stands without it; the person is told. A visit that took place
 * after all counts as one. False when there is nothing (left) to take back, so repeating is harmless.
 */
export async function liftStrike(tx: Tx, ctx: Context, lift: Lift): Promise<boolean> {
  const a = await lockAppointment(tx, lift.facilityId, lift.appointmentId);
  const now = ctx.clock.now();
  const { rowCount } = await tx.client.query(
    `update missed_visits set lifted_at = $3, lifted_cause = $4, lifted_by = $5, lifted_reason = $6
     where facility_id = $1 and appointment_id = $2 and verdict = 'strike' and lifted_at is null`,
    [a.facilityId, a.id, now, lift.cause, actorId(ctx.actor), lift.reason],
  );
  if (rowCount === 0) return false;
  await lockConduct(tx, a.residentId);
  await tx.client.query(
    'update strikes set lifted_at = $3, lifted_cause = $4 where resident_id = $1 and appointment_id = $2',
    [a.residentId, a.id, now, lift.cause],
  );
  const ended = await endPauses(tx, a.residentId, lift.cause, now);
  if (lift.cause === 'came') await recordCameAfterAll(tx, ctx, a, lift.reason);
  await recordAudit(tx, ctx, {
    facilityId: a.facilityId,
    action: 'conduct.lift',
    subjectType: 'appointment',
    subjectId: a.id,
    detail: { cause: lift.cause, pausesEnded: ended },
  });
  await tellResident(tx, ctx, {
    residentId: a.residentId,
    kind: 'strike-lifted',
    params: { ...noticeParams(a), cause: lift.cause, ended },
    link: conductLink,
  });
  return true;
}

type Ban = { id: string; strikesMax: number; appointmentIds: string[] };

/** Ends every pause in force that rests on too few strikes now. */
async function endPauses(tx: Tx, residentId: string, cause: LiftCause, now: Date): Promise<number> {
  const { rows: bans } = await tx.client.query<Ban>(
    `select id, strikes_max as "strikesMax", appointment_ids as "appointmentIds" from booking_bans
     where resident_id = $1 and ended_at is null and ends_at > $2`,
    [residentId, now],
  );
  const { rows } = await tx.client.query<{ id: string }>(
    'select appointment_id as id from strikes where resident_id = $1 and lifted_at is not null',
    [residentId],
  );
  const lifted = new Set(rows.map((row) => row.id));
  const over = bans.filter((ban) => !pauseStands(ban, lifted)).map((ban) => ban.id);
  await tx.client.query(
    'update booking_bans set ended_at = $3, ended_cause = $4 where resident_id = $1 and id = any($2::uuid[])',
    [residentId, over, now, cause],
  );
  return over.length;
}
