import type { Locked } from '../booking/end-appointment.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Rules } from '../schedules/rules.ts';
import { isLive, type NewBan, pauseFrom, type Strike } from './rules.ts';

/** The person's strikes after this one, and the pause it led to. */
export type Standing = { strike: Strike; live: number; ban: NewBan | null };

const columns = `appointment_id as "appointmentId", facility_id as "facilityId", visit_at as "visitAt", expires_at as "expiresAt",
  scope, strikes_max as "strikesMax", ban_days as "banDays", lifted_at as "liftedAt"`;

/** One writer of a person's strikes at a time: two clinics judged at once cannot both miss the third. */
export const lockConduct = (tx: Tx, residentId: string) =>
  tx.client.query(`select pg_advisory_xact_lock(hashtextextended('conduct:' || $1, 0))`, [residentId]);

/** Adds the strike under the rule of the day of the visit, and the pause if it is one too many. */
export async function addStrike(tx: Tx, ctx: Context, a: Locked, rules: Rules): Promise<Standing> {
  await lockConduct(tx, a.residentId);
  const now = ctx.clock.now();
  const strike: Strike = {
    ...{ appointmentId: a.id, facilityId: a.facilityId, visitAt: a.windowStart },
    expiresAt: new Date(a.windowStart.getTime() + rules.strikeDays * 86_400_000),
    ...{ scope: rules.banScope, strikesMax: rules.strikesMax, banDays: rules.banDays, liftedAt: null },
  };
  await tx.client.query(
    `insert into strikes (resident_id, appointment_id, facility_id, department_id, visit_at, expires_at, scope, strikes_max,
       ban_days, counted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[a.residentId, a.id, a.facilityId, a.departmentId, strike.visitAt, strike.expiresAt, strike.scope],
      ...[strike.strikesMax, strike.banDays, now],
    ],
  );
  const { rows: all } = await tx.client.query<Strike>(`select ${columns} from strikes where resident_id = $1`, [
    a.residentId,
  ]);
  const ban = pauseFrom(strike, all, await findSpent(tx, a.residentId), now);
  if (ban) await startPause(tx, ctx, a.residentId, ban, now);
  return { strike, live: all.filter((one) => isLive(one, now)).length, ban };
}

/** Strikes that a pause rests on which was not taken back. */
async function findSpent(tx: Tx, residentId: string): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select unnest(appointment_ids) as id from booking_bans where resident_id = $1 and ended_at is null',
    [residentId],
  );
  return new Set(rows.map((row) => row.id));
}

async function startPause(tx: Tx, ctx: Context, residentId: string, ban: NewBan, now: Date): Promise<void> {
  await tx.client.query(
    `insert into booking_bans (resident_id, id, scope, facility_id, starts_at, ends_at, strikes_max, appointment_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...[residentId, ctx.ids.next(), ban.scope, ban.facilityId, now, ban.endsAt, ban.strikesMax], ban.appointmentIds],
  );
}
