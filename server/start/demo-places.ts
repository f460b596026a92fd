import type { Database } from '#db/client.ts';
import { addDays, regionDay, systemClock } from '../kernel/clock.ts';
import { systemIds } from '../kernel/ids.ts';
import { transact } from '../kernel/transaction.ts';
import { type DraftDepartment, type DraftFacility, draftMap } from '../navigation/arrive/draft/draft-map.ts';
import { reviewDays, writeDrafts } from '../navigation/arrive/draft/write-drafts.ts';

type Row = DraftFacility & { departments: DraftDepartment[] };

/** Hospitals with departments but without a single place, so that a second run adds only what is new. */
const unmapped = `
  select f.id, f.level, f.provincial, f.lon, f.lat,
    json_agg(json_build_object('id', d.id, 'name', d.name, 'catalogCode', d.catalog_code, 'place', d.place) order by d.id) as departments
  from facilities f join departments d on d.facility_id = f.id
  where f.bookable and not exists (select 1 from places p where p.facility_id = f.id)
  group by f.id order by f.id`;

/** So many hospitals go into one statement: some 5,000 places. */
const batch = 100;

/** Draws up a first map, labelled as a sample, for each hospital that has none; tells how many places there are now. */
export async function draftDemoPlaces(db: Database): Promise<number> {
  const { rows } = await db.pool.query<Row>(unmapped);
  const now = systemClock.now();
  const terms = { owner: '门诊部（示例）', reviewBy: addDays(regionDay(now), reviewDays), now };
  let places = 0;
  for (let from = 0; from < rows.length; from += batch) {
    const drafts = rows
      .slice(from, from + batch)
      .map((row) => ({ facilityId: row.id, map: draftMap(row, row.departments) }));
    places += await transact(db, (tx) => writeDrafts(tx, systemIds, drafts, terms));
  }
  return places;
}
