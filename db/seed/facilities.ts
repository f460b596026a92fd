import type { ClientBase } from 'pg';
import { type Division, readCentres } from './data-files.ts';
import type { Hospital } from './hospitals.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import { readingOf } from './pinyin.ts';

const columns = {
  id: 'text',
  name: 'text',
  kind: 'text',
  level: 'smallint',
  grade: 'text',
  type: 'text',
  provincial: 'boolean',
  region_code: 'text',
  region_path: 'text',
  reports_to: 'text',
  address: 'text',
  phone: 'text',
  lon: 'float8',
  lat: 'float8',
  pinyin: 'text',
  initials: 'text',
  bookable: 'boolean',
  authority: 'text',
};

export const townshipCentreId = (code: string): string => `T${code.slice(0, 9)}`;
export const villageClinicId = (code: string): string => `V${code}`;

/** 赵镇街道 → 赵镇街道社区卫生服务中心, 淮口镇 → 淮口镇卫生院; the few farms and reserves get a 卫生院 too. */
export const townshipCentreName = (d: Pick<Division, 'name' | 'kind'>): string =>
  d.kind === '街道' ? `${d.name}社区卫生服务中心` : `${d.name}卫生院`;

/** 光明村村民委员会 → 光明村卫生室, 水井坊社区居委会 → 水井坊社区卫生服务站. */
export function villageClinicName(d: Pick<Division, 'name' | 'kind'>): string {
  const place = d.name.replace('虚拟', '').replace(/(?:居民居委会|(?:村民|居民|村|居)?委(?:员会|会)|居民委员)$/, '');
  if (d.kind === '居委会') return `${place}${/社区$/.test(place) ? '' : '社区'}卫生服务站`;
  return `${place}${/村$|生活区$|管理区$/.test(place) ? '' : '村'}卫生室`;
}

const kindOrder = ['综合医院', '中医医院', '妇幼保健院'];

/** The hospital a county's township centres report to: its general one, else the next best kind, else the city's. */
export function leadingHospitals(divisions: Division[], hospitals: Hospital[]): Map<string, string> {
  const rank = (h: Hospital) => (h.cityLevel || h.provincial ? 10 : 0) + ((kindOrder.indexOf(h.type) + 5) % 5);
  const best = (among: Hospital[]) => [...among].sort((a, b) => rank(a) - rank(b))[0]?.id;
  const capital = hospitals.find((h) => h.provincial)?.id ?? '';
  return new Map(
    divisions
      .filter((d) => d.level === 3)
      .map((county) => {
        const inCity = hospitals.filter((h) => h.cityLevel && h.county.slice(0, 4) === county.code.slice(0, 4));
        return [county.code, best(hospitals.filter((h) => h.county === county.code)) ?? best(inCity) ?? capital];
      }),
  );
}

/**
 * Hospitals, a centre for each township, a clinic for each village: 38,000 rows, and most of the time goes into
 * their search column.
 */
export async function seedFacilities(
  client: ClientBase,
  divisions: Division[],
  hospitals: Hospital[],
  confirmed: ReadonlySet<string>,
  onProgress?: (rows: number) => void,
): Promise<number> {
  const byCode = new Map(divisions.map((d) => [d.code, d]));
  const leaders = leadingHospitals(divisions, hospitals);
  const centres = readCentres();
  const address = (d: Division) =>
    `${d.path
      .split('/')
      .slice(1, -1)
      .map((code) => byCode.get(code)?.name ?? '')
      .join('')}（示例地址）`;
  let line = 0;
  const phone = () => `000-${String(++line).padStart(8, '0')}`; // no area has the code 000

  const hospitalRow = (h: Hospital): Cell[] => {
    const region = byCode.get(h.county) as Division;
    const { pinyin, initials } = readingOf(h.name);
    const at = centres.get(h.county); // the county's centre: where the hospital stands is not known
    const where = [region.code, region.path, null, address(region), phone(), at?.lon ?? null, at?.lat ?? null];
    const authority = confirmed.has(h.id) ? 'confirmed' : 'granted';
    return [
      h.id,
      h.name,
      'hospital',
      h.level,
      h.grade,
      h.type,
      h.provincial,
      ...where,
      pinyin,
      initials,
      true,
      authority,
    ];
  };
  const grassrootsRow = (d: Division): Cell[] => {
    const township = d.level === 4;
    const name = township ? townshipCentreName(d) : villageClinicName(d);
    const { pinyin, initials } = readingOf(name);
    const id = township ? townshipCentreId(d.code) : villageClinicId(d.code);
    const type = township
      ? d.kind === '街道'
        ? '社区卫生服务中心'
        : '卫生院'
      : name.endsWith('站')
        ? '社区卫生服务站'
        : '村卫生室';
    const reportsTo = township ? (leaders.get(`${d.code.slice(0, 6)}000000`) ?? null) : townshipCentreId(d.code);
    const where = [d.code, d.path, reportsTo, address(d), phone(), null, null];
    const kind = township ? 'township_centre' : 'village_clinic';
    return [id, name, kind, township ? 1 : 0, '', type, false, ...where, pinyin, initials, false, 'granted'];
  };
  const rows = function* () {
    for (const hospital of hospitals) yield hospitalRow(hospital);
    for (const division of divisions) if (division.level >= 4) yield grassrootsRow(division);
  };
  return insertRows(client, 'facilities', columns, rows(), onProgress);
}
