import { dialectSound, type NameParts, soundOf } from './name-parts.ts';
import { lookAlike } from './variants.ts';

export type NameLevel = 'same' | 'sound' | 'near' | 'part' | 'different';

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/**
 * Two names: the same characters; heard alike; one slip apart (dialect, a look-alike character, the order turned
 * round, the end of a long name left out); a part in common; or different. Symmetric.
 */
export function compareNames(a: NameParts, b: NameParts): NameLevel {
  if (a.plain === b.plain) return 'same';
  const alike = a.sounds.length === b.sounds.length;
  if (alike && a.sounds.length > 0 && a.sounds.every((one, i) => meets(one, b.sounds[i] ?? []))) return 'sound';
  if (isNear(a, b)) return 'near';
  const family = a.family !== '' && a.family === b.family;
  const given = a.given.length > 0 && a.given === b.given;
  return family || given ? 'part' : 'different';
}

function isNear(a: NameParts, b: NameParts): boolean {
  if (dialectSound(soundOf(a)) === dialectSound(soundOf(b))) return true;
  const [left, right] = [[...a.plain], [...b.plain]];
  const odd = left.flatMap((one, i) => (one === right[i] ? [] : [i]));
  if (left.length === right.length && odd.length === 1)
    return lookAlike(left[odd[0] ?? 0] ?? '', right[odd[0] ?? 0] ?? '');
  if (a.sounds.length > 1 && [...a.sounds].map(String).sort().join() === [...b.sounds].map(String).sort().join())
    return true;
  const [short, long] = left.length < right.length ? [a, b] : [b, a];
  // 扎西 for 扎西次仁: a custom of the desk where names have no family part
  return short.plain.length > 1 && long.plain.length > 3 && long.plain.startsWith(short.plain);
}

export type DateLevel = 'same' | 'slip' | 'year' | 'different';

/** Two birth dates 'YYYY-MM-DD', or 'YYYY' where only the year is known; null when one is missing. */
export function compareDates(a: string, b: string): DateLevel | null {
  if (!a || !b) return null;
  if (a === b && a.length === 10) return 'same';
  if (a.length < 10 || b.length < 10 || a.endsWith('-01-01') || b.endsWith('-01-01')) {
    return a.slice(0, 4) === b.slice(0, 4) ? 'year' : 'different';
  }
  const [left, right] = [a.replaceAll('-', ''), b.replaceAll('-', '')];
  const daysAndMonthsTurned =
    left.slice(0, 4) === right.slice(0, 4) &&
    left.slice(4, 6) === right.slice(6) &&
    left.slice(6) === right.slice(4, 6);
  return daysAndMonthsTurned || isOneSlip(left, right) ? 'slip' : 'different';
}

/** One character typed wrongly, left out or doubled, or two neighbours turned round. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  const tail = (text: string, skip: number) => text.slice(from + skip);
  if (a.length !== b.length) return a.length > b.length ? tail(a, 1) === tail(b, 0) : tail(a, 0) === tail(b, 1);
  if (tail(a, 1) === tail(b, 1)) return a !== b;
  return a[from] === b[from + 1] && a[from + 1] === b[from] && tail(a, 2) === tail(b, 2);
}

export type Place = { county: string; town: string; village: string };
export type PlaceLevel = 'village' | 'town' | 'county' | 'different';

// a part ends with its kind, and the next does not begin with it (市 in 市中区)
const parts =
  /^(?:.{2,6}?(?:省|自治区))?(?<city>.{2,8}?(?:自治州|地区|州|市(?!中)))?(?<county>.{1,9}?(?:自治县|县|区|市))?(?<town>.{1,10}?(?:街道办事处|街道|民族乡|乡|镇))?(?<village>.{1,12}?(?:社区居委会|居委会|村委会|社区|村|居民委员会))?/u;
const officeWords = /(?:街道办事处|街道|社区居委会|居委会|村委会|居民委员会|社区|村|民族乡|乡|镇)$/u;
// cities that have counties under them; any other city is one itself (简阳市)
const upperCities =
  /^(?:成都|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|达州|雅安|巴中|资阳|重庆)市$|州$|地区$/u;

/** The divisions that an address names; what it leaves out is ''. */
export function placeIn(address: string): Place {
  const plain = address.normalize('NFKC').replace(/\s/g, '');
  const { city = '', county = '', town = '', village = '' } = parts.exec(plain)?.groups ?? {};
  const bare = (text: string) => text.replace(officeWords, '');
  return { county: county || (upperCities.test(city) ? '' : city), town: bare(town), village: bare(village) };
}

/** The smallest division in which both are known to live; null when nothing can be compared. */
export function comparePlaces(a: Place, b: Place): PlaceLevel | null {
  const against = (part: keyof Place) => a[part] !== '' && b[part] !== '' && a[part] !== b[part];
  const same = (part: keyof Place) => a[part] !== '' && a[part] === b[part];
  if (against('county')) return 'different';
  if (against('town')) return same('county') ? 'county' : 'different';
  // many villages of a province share a name: alone it says no more than a town
  if (same('village')) return same('town') || same('county') ? 'village' : 'town';
  if (same('town')) return 'town';
  if (same('county')) return 'county';
  return against('village') ? 'different' : null;
}
