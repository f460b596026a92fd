import type { ClientBase } from 'pg';
import { type Division, readCentres } from './data-files.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import { readingOf } from './pinyin.ts';

const columns = {
  code: 'text',
  parent_code: 'text',
  level: 'smallint',
  name: 'text',
  kind: 'text',
  path: 'text',
  pinyin: 'text',
  initials: 'text',
  lon: 'float8',
  lat: 'float8',
};

/** The area tree. Only provinces to counties have a centre on the map; the province's is the mean of its cities. */
export async function seedRegions(client: ClientBase, divisions: Division[], onProgress?: (rows: number) => void) {
  const centres = readCentres();
  const cities = divisions.filter((d) => d.level === 2).flatMap((d) => centres.get(d.code) ?? []);
  const mean = (pick: 'lon' | 'lat') => cities.reduce((sum, at) => sum + at[pick], 0) / cities.length;
  const province = { lon: mean('lon'), lat: mean('lat') };
  const rows = function* (): Generator<Cell[]> {
    for (const d of divisions) {
      const { pinyin, initials } = readingOf(d.name);
      const centre = d.level === 1 ? province : centres.get(d.code);
      yield [
        d.code,
        d.parent,
        d.level,
        d.name,
        d.kind,
        d.path,
        pinyin,
        initials,
        centre?.lon ?? null,
        centre?.lat ?? null,
      ];
    }
  };
  return insertRows(client, 'regions', columns, rows(), onProgress);
}
