import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Makes db/seed/data and public/geo from a folder of source tables: `node db/seed/compact.ts --from DIR`.
 * The same input gives the same bytes; what each file is and where it comes from is in data/SOURCES.md.
 */
const from = process.argv[process.argv.indexOf('--from') + 1];
if (!process.argv.includes('--from') || !from) {
  console.error('Name the folder of source tables: node db/seed/compact.ts --from DIR');
  process.exit(2);
}
const data = fileURLToPath(new URL('./data/', import.meta.url));
const geo = fileURLToPath(new URL('../../public/geo/', import.meta.url));

type Row = Record<string, string>;
type Position = [number, number];
type Feature = {
  properties: { code: string; name: string; center: Position; city?: string };
  geometry: { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };
};

/** The source tables quote nothing, so a comma always parts two fields. */
function readTable(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(from as string, path), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])));
}

const readFeatures = (path: string) =>
  (JSON.parse(readFileSync(join(from as string, path), 'utf8')) as { features: Feature[] }).features;

/** A code without its zeros tells the level by its length: 2, 4, 6, 9, 12. */
const shortCode = (code: string, level: number) => code.slice(0, [0, 2, 4, 6, 9, 12][level]);

function writeDivisions(): void {
  const lines = readTable('sichuan_divisions.csv').map(
    (row) => `${shortCode(row.code ?? '', Number(row.level))},${row.name},${row.kind}`,
  );
  writeFileSync(join(data, 'divisions.csv.gz'), gzipSync(lines.join('\n'), { level: 9 }));
}

/** Rows of sources that may be shipped only: the provincial list and the pattern rows of the counties. */
function writeHospitals(): void {
  const rows = readTable('hospitals_sichuan.csv');
  const provincial = rows.filter((row) => row.source === 'curated_general_knowledge');
  const byCounty = rows
    .filter((row) => row.source === 'pattern')
    .sort((a, b) => compare(a.county_code ?? '', b.county_code ?? '') || compare(a.name ?? '', b.name ?? ''));
  const lines = [...provincial, ...byCounty].map((row) =>
    [row.name, row.county_code, row.level, row.grade, row.type, row.source === 'pattern' ? 0 : 1].join(','),
  );
  writeFileSync(join(data, 'hospitals.csv'), `${lines.join('\n')}\n`);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function writeSmallTables(): void {
  const departments = readTable('codes/departments_gb.csv').map((row) => `${row.code},${row.name},${row.parent ?? ''}`);
  writeFileSync(join(data, 'departments.csv'), `${departments.join('\n')}\n`);
  const { census2020 } = JSON.parse(readFileSync(join(from as string, 'sichuan_population.json'), 'utf8'));
  const population = { year: 2020, byCity: census2020.by_city, age: census2020.age };
  writeFileSync(join(data, 'population.json'), `${JSON.stringify(population, null, 1)}\n`);
  const names = JSON.parse(readFileSync(join(from as string, 'names_zh.json'), 'utf8'));
  writeFileSync(join(data, 'names.json'), `${JSON.stringify(names)}\n`);
}

/** Whole-province outlines need no more than 0.01° (half a pixel on a phone); cities keep 0.001°. */
function thin(feature: Feature, decimals: number): object {
  const { code, name, center } = feature.properties;
  const ring = (points: Position[]) =>
    points
      .map(([lon, lat]): Position => [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))])
      .filter((point, i, all) => i === 0 || point[0] !== all[i - 1]?.[0] || point[1] !== all[i - 1]?.[1]);
  const polygon = (rings: Position[][]) => rings.map(ring).filter((points) => points.length > 3);
  const geometry =
    feature.geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: polygon(feature.geometry.coordinates) }
      : { type: 'MultiPolygon', coordinates: feature.geometry.coordinates.map(polygon).filter((p) => p.length > 0) };
  return { type: 'Feature', properties: { code: code.padEnd(12, '0'), name, cp: center }, geometry };
}

function writeGeo(): void {
  const cities = readFeatures('geo/sichuan_cities.json');
  const counties = readFeatures('geo/sichuan_counties.json');
  const collection = (features: Feature[], decimals: number) =>
    JSON.stringify({ type: 'FeatureCollection', features: features.map((feature) => thin(feature, decimals)) });
  rmSync(geo, { recursive: true, force: true });
  mkdirSync(join(geo, 'counties'), { recursive: true });
  writeFileSync(join(geo, 'cities.json'), collection(cities, 2));
  for (const city of cities) {
    const { code } = city.properties;
    const own = counties.filter((county) => county.properties.city === code);
    writeFileSync(join(geo, 'counties', `${code.padEnd(12, '0')}.json`), collection(own, 3));
  }
  const centres = [...cities, ...counties].map(({ properties: { code, center } }) => `${code},${center.join(',')}`);
  writeFileSync(join(data, 'centres.csv'), `${centres.join('\n')}\n`);
}

mkdirSync(data, { recursive: true });
writeDivisions();
writeHospitals();
writeSmallTables();
writeGeo();
