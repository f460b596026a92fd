import type { ClientBase } from 'pg';
import { readCatalog } from './data-files.ts';
import { departmentFacts } from './department-facts.ts';
import type { Hospital } from './hospitals.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import { readingOf } from './pinyin.ts';
import { randomFrom } from './random.ts';

export type Department = { id: string; facilityId: string; code: string; name: string };

const words = (codes: string) => codes.split(' ');
/** First those that every hospital of the type has, then those that only some have. */
const plans = {
  general: [
    words('03.04 03.01 03.02 03.03 04.01 04.03 05.01 07 10'),
    words('05.02 03.07 11 13 12 50.01 21 04.04 16 02'),
  ],
  largeGeneral: [
    words('03.04 03.01 03.02 03.03 03.07 04.01 04.03 05.01 05.02 07 10 11'),
    words('03.06 03.05 03.08 13 04.02 04.04 04.05 19 21 12 27 50.01 03.10'),
  ],
  chinese: [words('50.01 50.03 50.10 50.13 50.14'), words('50.04 50.05 50.11 50.12 50.02 21 52 07')],
  maternal: [words('05.01 05.02 06.02 07 09.01'), words('07.01 05.05 06.03 09.03 08 07.04 12.05 13')],
  dental: [words('12.01 12.02 12.03 12.04'), words('12.05')],
  tumour: [words('19 32.10 04.01 04.05 05.01'), words('03.05 04.04 27 50.01 21')],
  mental: [words('15.01 15.02 15.06 09.03'), words('15.03 03.03 03.10 21')],
  rehabilitation: [words('21 03.03 04.03 50.13 50.14'), words('22 27 03.10 03.04')],
  bone: [words('04.03 22 21 50.10 50.14'), words('27 50.13 03.10')],
  infectious: [words('16 17 03.01 03.02'), words('07 02 03.04')],
} as const satisfies Record<string, readonly [string[], string[]]>;

function planOf(hospital: Hospital): keyof typeof plans {
  if (/骨科/.test(hospital.name)) return 'bone';
  if (/公共卫生/.test(hospital.name)) return 'infectious';
  if (/华西第二/.test(hospital.name)) return 'maternal';
  const byType: Record<string, keyof typeof plans> = {
    中医医院: 'chinese',
    妇幼保健院: 'maternal',
    口腔医院: 'dental',
    肿瘤医院: 'tumour',
    精神病医院: 'mental',
    康复医院: 'rehabilitation',
  };
  return byType[hospital.type] ?? (hospital.level >= 3 ? 'largeGeneral' : 'general');
}

/** The same departments on every machine: ten to sixteen at a general hospital, fewer at a special one. */
export function departmentsOf(hospital: Hospital): Department[] {
  const [always, sometimes] = plans[planOf(hospital)];
  const random = randomFrom(`departments ${hospital.id}`);
  const most = hospital.level >= 3 ? 4 : 3;
  const drawn = sometimes.map((code) => ({ code, lot: random.next() })).sort((a, b) => a.lot - b.lot);
  const extra = drawn.slice(0, 1 + random.int(most)).map(({ code }) => code);
  return [...always, ...extra].sort().map((code) => ({
    id: `${hospital.id}:${code}`,
    facilityId: hospital.id,
    code,
    name: departmentFacts[code]?.[0] ?? code,
  }));
}

export async function seedCatalog(client: ClientBase): Promise<number> {
  const columns = { code: 'text', name: 'text', parent_code: 'text', pinyin: 'text', initials: 'text' };
  const rows = readCatalog().map(({ code, name, parent }) => {
    const { pinyin, initials } = readingOf(name);
    return [code, name, parent, pinyin, initials];
  });
  return insertRows(client, 'department_catalog', columns, rows);
}

export async function seedDepartments(client: ClientBase, departments: Department[]): Promise<number> {
  const columns = {
    id: 'text',
    facility_id: 'text',
    catalog_code: 'text',
    name: 'text',
    place: 'text',
    summary: 'text',
    pinyin: 'text',
    initials: 'text',
  };
  const rows = function* (): Generator<Cell[]> {
    for (const d of departments) {
      const random = randomFrom(`place ${d.id}`);
      const place = `门诊楼${1 + random.int(5)}层${random.pick(['A', 'B', 'C'])}区`;
      const { pinyin, initials } = readingOf(d.name);
      yield [d.id, d.facilityId, d.code, d.name, place, departmentFacts[d.code]?.[1] ?? '', pinyin, initials];
    }
  };
  return insertRows(client, 'departments', columns, rows());
}
