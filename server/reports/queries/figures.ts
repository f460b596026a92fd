import type { Database } from '#db/client.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import { type FacilityFigures, figureDays, healthOf } from '../rules.ts';

export type FacilityRow = FacilityFigures & {
  id: string;
  name: string;
  kind: 'hospital' | 'township_centre' | 'village_clinic';
  level: number;
  bookable: boolean;
};
type Counted = { facilities: FacilityRow[]; countedAt: Date | null };

/** Facilities that count for the figures below `path`, or the single one named. */
export async function readFigures(
  db: Database,
  now: Date,
  where: { path: string } | { facilityId: string },
): Promise<Counted> {
  const today = regionDay(now);
  const [column, value] = 'path' in where ? ['f.region_path like', `${where.path}%`] : ['f.id =', where.facilityId];
  const [found, waits] = await Promise.all([
    db.pool.query(
      `select f.id, f.name, f.kind, f.level, f.bookable, f.region_path as "regionPath", e.enabled, e.state, e.last_message_at as "lastMessageAt",
              d.counted_at as "countedAt", coalesce(d.released, 0) as released, coalesce(d.taken, 0) as taken,
              coalesce(d.next, 0) as "bookingsNext", coalesce(d.last, 0) as "bookingsLast"
       from facilities f
       left join his_endpoints e on e.facility_id = f.id
       left join (
         select facility_id, max(counted_at) as counted_at, sum(released) filter (where date >= $2) as released,
                sum(taken) filter (where date >= $2) as taken, sum(bookings) filter (where date >= $2) as next,
                sum(bookings) filter (where date < $2) as last
         from facility_days where date >= $3 and date < $4 group by 1) d on d.facility_id = f.id
       where ${column} $1 and (f.kind = 'hospital' or f.bookable or $5)
       order by f.level desc, f.id`,
      [value, today, addDays(today, -figureDays), addDays(today, figureDays), 'facilityId' in where],
    ),
    db.pool.query<{ facilityId: string; days: number | null; departments: number }>(
      `select w.facility_id as "facilityId", w.wait_days as days, count(*) as departments
       from department_waits w join facilities f on f.id = w.facility_id where ${column} $1 group by 1, 2`,
      [value],
    ),
  ]);
  const waitsOf = Map.groupBy(waits.rows, (row) => row.facilityId);
  let countedAt: Date | null = null;
  const facilities = found.rows.map(({ enabled, state, lastMessageAt, countedAt: at, ...row }): FacilityRow => {
    if (at && (!countedAt || at < countedAt)) countedAt = at;
    return {
      ...row,
      hospital: row.kind === 'hospital',
      health: state ? healthOf({ enabled, state, lastMessageAt }, now) : null,
      waits: new Map((waitsOf.get(row.id) ?? []).map((wait) => [wait.days, wait.departments])),
    };
  });
  return { facilities, countedAt };
}
