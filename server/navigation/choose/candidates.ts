import type { Context } from '../../kernel/context.ts';
import { doorRank } from '../families.ts';

/** A bookable hospital's department of the family asked for; reference tables only. */
export type Candidate = {
  facilityId: string;
  facilityName: string;
  level: number;
  grade: string;
  type: string;
  cityName: string;
  countyName: string;
  address: string;
  lon: number | null;
  lat: number | null;
  departmentId: string;
  departmentName: string;
  code: string;
  place: string;
  sample: boolean;
};

/**
 * Hot: prepared. City and county are the second and third step of the path. The bookable few are taken first,
 * else the planner walks all 38,000 facilities: 20 ms.
 */
const ofFamily = {
  name: 'list-choices',
  text: `with open as materialized (select * from facilities where bookable)
         select f.id as "facilityId", f.name as "facilityName", f.level, f.grade, f.type, coalesce(ci.name, '') as "cityName",
           coalesce(co.name, '') as "countyName", f.address, f.lon, f.lat, d.id as "departmentId", d.name as "departmentName",
           d.catalog_code as code, d.place, f.sample
         from departments d join open f on f.id = d.facility_id
         left join regions ci on ci.code = nullif(split_part(f.region_path, '/', 2), '')
         left join regions co on co.code = nullif(split_part(f.region_path, '/', 3), '')
         where d.catalog_code = $1 or starts_with(d.catalog_code, $1 || '.')`,
};

/** One department a hospital: the usual first door of the family. */
export async function listCandidates(db: Context['db']['pool'], code: string): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>({ ...ofFamily, values: [code] });
  const best = new Map<string, Candidate>();
  for (const row of rows) {
    const known = best.get(row.facilityId);
    if (!known || isBetterDoor(row, known, code)) best.set(row.facilityId, row);
  }
  return [...best.values()];
}

function isBetterDoor(one: Candidate, other: Candidate, wanted: string): boolean {
  const [a, b] = [doorRank(one.code, wanted), doorRank(other.code, wanted)];
  return a !== b ? a < b : one.code < other.code;
}

/** Which hospitals treat nothing else, by the kind of hospital. */
const fields: Record<string, readonly string[]> = {
  口腔医院: ['12'],
  中医医院: ['50', '52'],
  妇幼保健院: ['05', '06', '07', '08', '09'],
  肿瘤医院: ['19', '32'],
  精神病医院: ['15'],
  康复医院: ['21'],
  骨科医院: ['04.03'],
  传染病医院: ['16', '17'],
};
export const isSpecialist = (type: string, code: string): boolean =>
  (fields[type] ?? []).some((field) => code === field || code.startsWith(`${field}.`));

export type Doctors = { seniors: number; first: { id: string; name: string; title: string }[] };

/** How many doctors of the two senior titles work in each department of one page, and the first three by title. */
export async function listDoctors(
  db: Context['db']['pool'],
  departmentIds: string[],
  today: string,
): Promise<Map<string, Doctors>> {
  const { rows } = await db.query<{ departmentId: string } & Doctors>({
    name: 'list-choice-doctors',
    text: `select r.department_id as "departmentId", count(*) filter (where p.title in ('主任医师', '副主任医师')) as seniors,
             (json_agg(json_build_object('id', p.id, 'name', p.name, 'title', p.title)
               order by array_position(array['主任医师', '副主任医师', '主治医师'], p.title) nulls last, p.pinyin, p.id)) as first
           from practitioner_roles r join practitioners p on p.id = r.practitioner_id
           where r.department_id = any($1) and (r.valid_to is null or r.valid_to >= $2) group by 1`,
    values: [departmentIds, today],
  });
  return new Map(rows.map(({ departmentId, seniors, first }) => [departmentId, { seniors, first: first.slice(0, 3) }]));
}
