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
  seniors: number;
};

/** Hot: prepared. City and county are the second and third step of the path. */
const ofFamily = {
  name: 'list-choices',
  text: `select f.id as "facilityId", f.name as "facilityName", f.level, f.grade, f.type, coalesce(ci.name, '') as "cityName",
           coalesce(co.name, '') as "countyName", f.address, f.lon, f.lat, d.id as "departmentId", d.name as "departmentName",
           d.catalog_code as code, d.place, f.sample, coalesce(n.seniors, 0) as seniors
         from departments d join facilities f on f.id = d.facility_id
         left join regions ci on ci.code = nullif(split_part(f.region_path, '/', 2), '')
         left join regions co on co.code = nullif(split_part(f.region_path, '/', 3), '')
         left join (
           select r.department_id, count(*) as seniors from practitioner_roles r join practitioners p on p.id = r.practitioner_id
           join departments x on x.id = r.department_id
           where (x.catalog_code = $1 or starts_with(x.catalog_code, $1 || '.')) and p.title in ('主任医师', '副主任医师')
             and (r.valid_to is null or r.valid_to >= $2) group by 1) n on n.department_id = d.id
         where f.bookable and (d.catalog_code = $1 or starts_with(d.catalog_code, $1 || '.'))`,
};

/** One department a hospital: the usual first door of the family. */
export async function listCandidates(db: Context['db']['pool'], code: string, today: string): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>({ ...ofFamily, values: [code, today] });
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

/** The most senior doctors of the departments shown on one page. */
export async function listDoctors(
  db: Context['db']['pool'],
  departmentIds: string[],
  today: string,
): Promise<Map<string, { id: string; name: string; title: string }[]>> {
  const { rows } = await db.query<{ departmentId: string; id: string; name: string; title: string }>({
    name: 'list-choice-doctors',
    text: `select "departmentId", id, name, title from (
             select r.department_id as "departmentId", p.id, p.name, p.title, row_number() over (partition by r.department_id
               order by array_position(array['主任医师', '副主任医师', '主治医师'], p.title) nulls last, p.pinyin, p.id) as place
             from practitioner_roles r join practitioners p on p.id = r.practitioner_id
             where r.department_id = any($1) and (r.valid_to is null or r.valid_to >= $2)) ranked
           where place <= 3 order by "departmentId", place`,
    values: [departmentIds, today],
  });
  const plain = rows.map(({ departmentId, ...doctor }) => ({ departmentId, doctor }));
  const byDepartment = Map.groupBy(plain, (row) => row.departmentId);
  return new Map([...byDepartment].map(([id, list]) => [id, list.map(({ doctor }) => doctor)]));
}
