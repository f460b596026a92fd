type Position = { lon: number | null; lat: number | null };
export type Point = { at: number; x: number; y: number };

const width = 640;
const height = 480;
const margin = 32;
const kmPerDegree = 111.2;
/** Degrees that a view shows at least: closer, the simplified outlines say nothing. */
const least = 0.22;
/** Points closer than this are pushed apart, so that each stays a target of its own. */
const apart = 36;

/** Degrees to a drawing that just holds all places; `kmOfGrid` is the side of one of its four by four squares. */
export function placePoints(places: Position[]) {
  const known = places.flatMap(({ lon, lat }, at) => (lon === null || lat === null ? [] : [{ at, lon, lat }]));
  const lons = known.map(({ lon }) => lon);
  const lats = known.map(({ lat }) => lat);
  const middle = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const squeeze = Math.cos((middle.lat * Math.PI) / 180);
  const spanLon = Math.max((Math.max(...lons) - Math.min(...lons)) * squeeze, least);
  const spanLat = Math.max(Math.max(...lats) - Math.min(...lats), least);
  const scale = Math.min((width - 2 * margin) / spanLon, (height - 2 * margin) / spanLat);
  const place = (lon: number, lat: number): [number, number] => [
    Math.round(width / 2 + (lon - middle.lon) * squeeze * scale),
    Math.round(height / 2 - (lat - middle.lat) * scale),
  ];
  const points = spread(
    known.map(({ at, lon, lat }) => {
      const [x, y] = place(lon, lat);
      return { at, x, y };
    }),
  );
  return {
    points,
    place,
    width,
    height,
    kmOfGrid: known.length === 0 ? 0 : Math.round((width / 4 / scale) * kmPerDegree),
  };
}

/** Those on one spot (sample data has only county centres) go round it, in their order. */
function spread(points: Point[]): Point[] {
  const placed: Point[] = [];
  for (const point of points) {
    let next = point;
    for (let step = 1; placed.some((other) => near(other, next)) && step < 60; step += 1) {
      const turn = step * 2.4;
      const away = apart * 0.55 * Math.sqrt(step);
      next = {
        at: point.at,
        x: within(Math.round(point.x + away * Math.cos(turn)), width),
        y: within(Math.round(point.y + away * Math.sin(turn)), height),
      };
    }
    placed.push(next);
  }
  return placed;
}

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < apart;
const within = (value: number, most: number): number => Math.min(most - margin / 2, Math.max(margin / 2, value));
