import { join } from 'node:path';
import { type Place, readPlaces, toPath } from '../../../office/map/outline.ts';

type View = { width: number; height: number; kmOfGrid: number; place: (lon: number, lat: number) => [number, number] };
export type AreaLine = { code: string; name: string; path: string; x: number; y: number };

/** A view narrower than this shows counties, a wider one cities. */
const countyKm = 40;
const read = new Map<string, Promise<Place[] | null>>();
const outlines = (file: string): Promise<Place[] | null> => {
  const known = read.get(file) ?? readPlaces(file);
  read.set(file, known);
  return known;
};

/** Outlines of the areas that the view shows, so that points have a place one knows. From the drawing's own files. */
export async function findAreaLines(view: View): Promise<AreaLine[]> {
  const cities = inView((await outlines('cities.json')) ?? [], view);
  if (view.kmOfGrid >= countyKm) return cities;
  const counties = await Promise.all(cities.map(({ code }) => outlines(join('counties', `${code}.json`))));
  return inView(
    counties.flatMap((list) => list ?? []),
    view,
  );
}

function inView(places: Place[], { width, height, place }: View): AreaLine[] {
  return places.flatMap(({ code, name, cp, rings }) => {
    const drawn = rings.map((ring) => ring.map(([lon, lat]) => place(lon, lat)));
    const all = drawn.flat();
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
    const outside = Math.max(...xs) < 0 || Math.min(...xs) > width || Math.max(...ys) < 0 || Math.min(...ys) > height;
    const [x, y] = place(cp[0], cp[1]);
    return outside ? [] : [{ code, name, x, y, path: drawn.map(toPath).join('') }];
  });
}
