import type { Context } from '../../kernel/context.ts';
import type { PlaceRow, WayRow } from '../schema/places.ts';

export type FacilityMap = { places: PlaceRow[]; ways: WayRow[] };

const placeColumns = `id, kind, json_build_object('zh', building, 'en', building_en) as building, floor,
  json_build_object('zh', name, 'en', name_en) as name, department_id as "departmentId", lon, lat, owner,
  review_by::text as "reviewBy", sample, updated_at as "updatedAt"`;

/** Everything known of the inside of one facility: some dozens of rows, in the order in which one walks up. */
export async function findMap(ctx: Pick<Context, 'db'>, facilityId: string): Promise<FacilityMap> {
  const [places, ways] = await Promise.all([
    ctx.db.pool.query<PlaceRow>({
      name: 'map-places',
      text: `select ${placeColumns} from places where facility_id = $1
             order by array_position(array['entrance', 'landmark', 'check-in', 'lift', 'room'], kind) nulls last, floor, id`,
      values: [facilityId],
    }),
    ctx.db.pool.query<WayRow>({
      name: 'map-ways',
      text: `select id, from_id as "fromId", to_id as "toId", mode, seconds, one_way as "oneWay",
               json_build_object('zh', there, 'en', there_en) as there, json_build_object('zh', back, 'en', back_en) as back
             from ways where facility_id = $1 order by from_id, to_id, mode`,
      values: [facilityId],
    }),
  ]);
  return { places: places.rows, ways: ways.rows };
}

/** Without what only its keepers need. */
export const toPlaceView = ({ owner: _o, reviewBy: _r, sample: _s, updatedAt: _u, ...place }: PlaceRow) => place;

/** How far the map may be trusted: drawn up but not walked, or past the day of its next look. */
export function trustOf({ places }: FacilityMap, today: string) {
  const reviewBy = places.map((place) => place.reviewBy).sort()[0] ?? today;
  return { sample: places.some((place) => place.sample), reviewBy, overdue: reviewBy < today };
}
