import { readAs } from '../kernel/acting.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { accessRulesOn, textVersions } from './rules.ts';

type Staff = Pick<ContextOf<'staff'>, 'db' | 'clock' | 'actor'>;

/**
 * Whether a township centre or village clinic serves this person: who lives in its area, and came to its desk in
 * person within a year or said yes to it. Living there alone is no relationship.
 */
export async function servesArea(ctx: Staff, residentId: string): Promise<boolean> {
  const area = await findArea(ctx);
  if (!area || !(await livesIn(ctx, residentId, area))) return false;
  return (await cameToDesk(ctx, residentId)) || (await saidYes(ctx, residentId));
}

/** The area of the facility, if it is one that serves an area. */
export async function findArea({ db, actor }: Staff): Promise<string | null> {
  const { rows } = await db.pool.query<{ path: string }>({
    name: 'find-served-area',
    text: `select region_path as path from facilities where id = $1 and kind in ('township_centre', 'village_clinic')`,
    values: [actor.facilityId],
  });
  return rows[0]?.path ?? null;
}

async function livesIn({ db }: Staff, residentId: string, path: string): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: 'lives-in-area',
    text: `select 1 from residents r join regions g on g.code = r.region_code where r.id = $1 and starts_with(g.path, $2)`,
    values: [residentId, path],
  });
  return (rowCount ?? 0) > 0;
}

async function cameToDesk({ db, clock, actor }: Staff, residentId: string): Promise<boolean> {
  const today = regionDay(clock.now());
  const since = regionInstant(addDays(today, -accessRulesOn(today).areaDays), '00:00');
  const { rowCount } = await db.pool.query({
    name: 'came-to-desk',
    text: `select 1 from proxy_bookings where facility_id = $1 and created_at > $2 and resident_id = $3 and consent = 'in-person' limit 1`,
    values: [actor.facilityId, since, residentId],
  });
  return (rowCount ?? 0) > 0;
}

async function saidYes(ctx: Staff, residentId: string): Promise<boolean> {
  const { rows } = await readAs(ctx, { asked: residentId }, (db) =>
    db.query<{ given: boolean }>({
      name: 'said-yes-to-area',
      text: `select given and text_version >= $2 as given from consents
             where resident_id = $1 and purpose = 'area' and topic = 'general' order by at desc, id desc limit 1`,
      values: [residentId, textVersions.area],
    }),
  );
  return rows[0]?.given ?? false;
}
