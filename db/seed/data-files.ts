import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The facts the product seeds itself from; data/SOURCES.md says where each comes from. */
const read = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const readLines = (name: string) => read(name).toString('utf8').trim().split('\n');

export type Division = { code: string; parent: string | null; level: number; name: string; kind: string; path: string };

const levelByLength = new Map([2, 4, 6, 9, 12].map((length, i) => [length, i + 1]));
const widths = [2, 4, 6, 9, 12];
export const fullCode = (short: string): string => short.padEnd(12, '0');

/** Five levels of the province, parents before children; paths run from the province down. */
export function readDivisions(): Division[] {
  const lines = gunzipSync(read('divisions.csv.gz')).toString('utf8').split('\n');
  return lines
    .map((line) => {
      const [short = '', name = '', kind = ''] = line.split(',');
      const level = levelByLength.get(short.length) ?? 0;
      const chain = widths.slice(0, level).map((width) => fullCode(short.slice(0, width)));
      return { code: fullCode(short), parent: chain.at(-2) ?? null, level, name, kind, path: `${chain.join('/')}/` };
    })
    .sort((a, b) => a.level - b.level || (a.code < b.code ? -1 : 1));
}

export type HospitalFact = {
  id: string;
  name: string;
  county: string;
  level: number;
  grade: string;
  type: string;
  provincial: boolean;
};

/** H0001–H0032 the provincial hospitals, then those of the counties in the order of their codes. */
export function readHospitals(): HospitalFact[] {
  return readLines('hospitals.csv').map((line, i) => {
    const [name = '', county = '', level = '', grade = '', type = '', provincial = ''] = line.split(',');
    return {
      id: hospitalId(i + 1),
      name,
      county: fullCode(county),
      level: Number(level),
      grade,
      type: type.startsWith('中医') ? '中医医院' : type,
      provincial: provincial === '1',
    };
  });
}

export const hospitalId = (number: number): string => `H${String(number).padStart(4, '0')}`;

export type CatalogEntry = { code: string; name: string; parent: string | null };

export function readCatalog(): CatalogEntry[] {
  return readLines('departments.csv').map((line) => {
    const [code = '', name = '', parent = ''] = line.split(',');
    return { code, name, parent: parent || null };
  });
}

/** Longitude and latitude of the centres of cities and counties, by 12-digit code. */
export function readCentres(): Map<string, { lon: number; lat: number }> {
  return new Map(
    readLines('centres.csv').map((line) => {
      const [short = '', lon, lat] = line.split(',');
      return [fullCode(short), { lon: Number(lon), lat: Number(lat) }];
    }),
  );
}

export type Population = { byCity: Record<string, number>; age: Record<string, number> };
export const readPopulation = (): Population => JSON.parse(read('population.json').toString('utf8'));

export type NameLists = {
  surnames: Record<string, number>;
  given_male: string[];
  given_female: string[];
  tibetan: { any: string[]; female: string[] };
  yi: { clan: string[]; male: string[]; female: string[] };
};
export const readNames = (): NameLists => JSON.parse(read('names.json').toString('utf8'));
