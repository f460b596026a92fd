import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

type Ring = [number, number][];
const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number()));
const outlines = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), name: z.string(), cp: z.tuple([z.number(), z.number()]) }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

/** `wide` is the breadth of the area in the drawing's units: is there room for its name? */
export type Shape = { code: string; name: string; path: string; wide: number; label: { x: number; y: number } };
export type Outline = { width: number; height: number; shapes: Shape[] };

const width = 640;
const drawn = new Map<string, Promise<Outline | null>>();

/** Outlines of a region's children as SVG paths: cities of the province, counties of a city; null below. */
export function findOutline(code: string, level: number): Promise<Outline | null> {
  if (level > 2 || !/^\d{12}$/.test(code)) return Promise.resolve(null);
  const file = level === 1 ? 'cities.json' : join('counties', `${code}.json`);
  const known = drawn.get(file) ?? draw(file);
  drawn.set(file, known);
  return known;
}

async function draw(file: string): Promise<Outline | null> {
  const places = await readPlaces(file);
  return places ? project(places) : null;
}

export type Place = { code: string; name: string; cp: [number, number]; rings: Ring[] };

/** Outlines in degrees, of cities.json or of counties/<city>.json; null where there is no such file. */
export async function readPlaces(file: string): Promise<Place[] | null> {
  const text = await readFile(join(process.cwd(), 'public', 'geo', file), 'utf8').catch(() => null);
  if (!text) return null;
  return outlines.parse(JSON.parse(text)).features.map(({ properties, geometry }) => ({
    ...properties,
    rings: (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as unknown as Ring[],
  }));
}

/** Degrees to the drawing's units: a plain cylinder about the middle latitude, good enough for one province. */
export function project(places: Place[]): Outline {
  const points = places.flatMap((place) => place.rings.flat());
  const lons = points.map((point) => point[0]);
  const lats = points.map((point) => point[1]);
  const box = {
    west: least(lons),
    east: -least(lons.map((n) => -n)),
    south: least(lats),
    north: -least(lats.map((n) => -n)),
  };
  const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const scale = (width - 8) / ((box.east - box.west) * squeeze);
  const x = (lon: number) => Math.round((lon - box.west) * squeeze * scale) + 4;
  const y = (lat: number) => Math.round((box.north - lat) * scale) + 4;
  return {
    width,
    height: y(box.south) + 4,
    shapes: places.map(({ code, name, cp, rings }) => ({
      code,
      name,
      label: { x: x(cp[0]), y: y(cp[1]) },
      wide: breadth(rings.flat().map((point) => x(point[0]))),
      path: rings.map((points) => toPath(points.map(([lon, lat]) => [x(lon), y(lat)]))).join(''),
    })),
  };
}

const breadth = (xs: number[]): number => -least(xs.map((n) => -n)) - least(xs);
const least = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** Whole units, relative steps, points that fall together left out: a third of the text, and no visible loss. */
export function toPath(points: Ring): string {
  let at: [number, number] | null = null;
  let path = '';
  for (const [x, y] of points) {
    if (at && at[0] === x && at[1] === y) continue;
    path += at ? `l${x - at[0]} ${y - at[1]}` : `M${x} ${y}`;
    at = [x, y];
  }
  return path ? `${path}z` : '';
}
