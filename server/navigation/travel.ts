import type { TravelView } from './schema/origin.ts';

export type Point = { lon: number; lat: number };

const earthKm = 6371;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies. */
export function distanceKm(a: Point, b: Point): number {
  const [dLat, dLon] = [rad(b.lat - a.lat), rad(b.lon - a.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Roads are about a third longer than the straight line; our proposal, until a road network is there. */
const detour = 1.3;
/** Minutes to set out and to park or wait for a bus; town traffic for the first ten kilometres, open road after. */
const setOut = 8;
const townKm = 10;
const townKmh = 25;
const roadKmh = 55;

/** A rough journey: kilometres of road to one decimal, minutes rounded to five. */
export function travelBetween(from: Point, to: Point): TravelView {
  const km = distanceKm(from, to) * detour;
  const hours = Math.min(km, townKm) / townKmh + Math.max(0, km - townKm) / roadKmh;
  return { km: Math.round(km * 10) / 10, minutes: Math.round((setOut + hours * 60) / 5) * 5 };
}

/** Null where either end is not known. */
export function travelOf(from: Point | null, to: { lon: number | null; lat: number | null }): TravelView | null {
  return from && to.lon !== null && to.lat !== null ? travelBetween(from, { lon: to.lon, lat: to.lat }) : null;
}
