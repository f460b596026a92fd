import { readOneAs } from '../kernel/acting.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { accessRulesOn, type Basis } from './rules.ts';
import { servesArea } from './serves-area.ts';

/** On what a clinician may read a record now, and how long that lasts. */
export type Ground = { basis: Basis; until: Date };
type Staff = Pick<ContextOf<'staff'>, 'db' | 'clock' | 'actor'>;
type Found = { glass: Date | null; shared: Date | null; seenAt: Date | null };

/** When a visit ended, at the latest now ($4): a stay lasts until its end is told, what a clinic left open is over. */
const lastSeen = `case when ends_at is not null then greatest(starts_at, least(ends_at, $4))
  when status = 'in-progress' and facts->>'visitKind' = 'inpatient' then $4 else starts_at end`;

/**
 * The relationship of this clinician with this person (B24): the glass broken, a code handed over, a number here
 * today, a visit here lately, at last the area that a centre serves. The first that holds, since it opens the most;
 * null without any.
 */
export async function findGround(ctx: Staff, residentId: string): Promise<Ground | null> {
  const now = ctx.clock.now();
  const today = regionDay(now);
  const { encounterDays } = accessRulesOn(today);
  const { accountId, facilityId } = ctx.actor;
  const rows = await readOneAs<Found>(
    ctx,
    { asked: residentId },
    {
      name: 'find-ground',
      text: `select
             (select max(until) from glass_openings where resident_id = $1 and account_id = $2 and until > $4) as glass,
             (select max(s.until) from share_uses u join share_codes s on s.resident_id = u.resident_id and s.id = u.code_id
              where u.resident_id = $1 and u.account_id = $2 and s.until > $4 and s.ended_at is null) as shared,
             (select max(${lastSeen}) from record_entries where resident_id = $1 and type = 'Encounter' and facility_id = $3
                and not deleted and status <> all ('{entered-in-error,cancelled,planned}') and starts_at <= $4) as "seenAt"`,
      values: [residentId, accountId, facilityId, now],
    },
  );
  const { glass = null, shared = null, seenAt = null } = rows[0] ?? {};
  if (glass) return { basis: 'glass', until: glass };
  if (shared) return { basis: 'shared', until: shared };
  if (await isExpected(ctx, residentId, today))
    return { basis: 'appointment', until: regionInstant(addDays(today, 1), '00:00') };
  const seenUntil = seenAt && regionInstant(addDays(regionDay(seenAt), encounterDays + 1), '00:00');
  if (seenUntil && seenUntil > now) return { basis: 'encounter', until: seenUntil };
  if (await servesArea(ctx, residentId)) return { basis: 'area', until: regionInstant(addDays(today, 1), '00:00') };
  return null;
}

/** Whether one of the numbers of today still counts; in a second statement, on the facility's axis. */
async function isExpected({ db, actor }: Staff, residentId: string, today: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ bookings: string[] | null }>({
    name: 'find-bookings-of-today',
    text: `select array_agg(appointment_id) as bookings from resident_bookings
           where resident_id = $1 and facility_id = $2 and date = $3`,
    values: [residentId, actor.facilityId, today],
  });
  const bookings = rows[0]?.bookings;
  if (!bookings) return false;
  const { rowCount } = await db.pool.query({
    name: 'is-expected-today',
    text: `select 1 from appointments where facility_id = $1 and id = any($2::uuid[])
             and status in ('booked', 'arrived', 'fulfilled') limit 1`,
    values: [actor.facilityId, bookings],
  });
  return (rowCount ?? 0) > 0;
}
