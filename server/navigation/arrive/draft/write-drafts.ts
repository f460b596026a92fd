import type { Ids } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/transaction.ts';
import type { DraftMap } from './draft-map.ts';

/** A first look is due this many days after a map was drawn up. */
export const reviewDays = 180;

/** Writes maps of facilities that have none, a statement a table; all are labelled as samples. */
export async function writeDrafts(
  tx: Tx,
  ids: Pick<Ids, 'next'>,
  drafts: { facilityId: string; map: DraftMap }[],
  { owner, reviewBy, now }: { owner: string; reviewBy: string; now: Date },
): Promise<number> {
  const places = drafts.flatMap(({ facilityId, map }) => map.places.map((place) => ({ facilityId, ...place })));
  const ways = drafts.flatMap(({ facilityId, map }) => map.ways.map((way) => ({ facilityId, id: ids.next(), ...way })));
  await tx.client.query(
    `insert into places (facility_id, id, kind, building, building_en, floor, name, name_en, department_id, lon, lat, owner,
       review_by, sample, updated_at)
     select "facilityId", id, kind, building->>'zh', building->>'en', floor, name->>'zh', name->>'en', "departmentId", lon, lat,
       $2, $3::date, true, $4::timestamptz
     from json_to_recordset($1::json) as p ("facilityId" text, id text, kind text, building json, floor int, name json,
       "departmentId" text, lon float8, lat float8)`,
    [JSON.stringify(places), owner, reviewBy, now],
  );
  await tx.client.query(
    `insert into ways (facility_id, id, from_id, to_id, mode, seconds, one_way, there, there_en, back, back_en, updated_at)
     select "facilityId", id, "fromId", "toId", mode, seconds, "oneWay", there->>'zh', there->>'en', back->>'zh', back->>'en',
       $2::timestamptz
     from json_to_recordset($1::json) as w ("facilityId" text, id uuid, "fromId" text, "toId" text, mode text, seconds int,
       "oneWay" boolean, there json, back json)`,
    [JSON.stringify(ways), now],
  );
  return places.length;
}
