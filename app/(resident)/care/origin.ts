import type { OriginInput } from '#server/navigation/schema/origin.ts';

/** Remembered for this browser session only, rounded to about a kilometre; it never stands in an address. */
export const nearCookie = 'huimin-near';

export const toNear = (lon: number, lat: number): string => `${lon.toFixed(2)},${lat.toFixed(2)}`;

const isRegion = (value: unknown): value is string => typeof value === 'string' && /^\d{12}$/.test(value);

/** Where the way begins: the chosen area, else the device's position, else what the server knows of the resident. */
export function readOrigin(region: unknown, near: string | undefined): OriginInput | undefined {
  if (isRegion(region)) return { regionCode: region };
  const found = /^(\d{2,3}\.\d\d),(\d{1,2}\.\d\d)$/.exec(near ?? '');
  const [lon, lat] = [Number(found?.[1]), Number(found?.[2])];
  return lon >= 70 && lon <= 140 && lat >= 0 && lat <= 60 ? { lon, lat } : undefined;
}

/** Of a city and a county in one form, the county is the finer one. */
export function regionOf(query: Record<string, unknown>): string {
  const [city, county] = [query.city, query.county];
  if (isRegion(county) && (!isRegion(city) || county.startsWith(city.slice(0, 4)))) return county;
  if (isRegion(city)) return city;
  return isRegion(query.region) ? query.region : '';
}
