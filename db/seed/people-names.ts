import { readNames } from './data-files.ts';
import { type Random, weighted } from './random.ts';

export type Sex = 'male' | 'female';
export type Custom = 'han' | 'tibetan' | 'yi';

const lists = readNames();
const surname = weighted(Object.entries(lists.surnames));

/** Share of people named after the custom of the people that lives there; elsewhere all Han. */
const customsByCity: Record<string, readonly (readonly [Custom, number])[]> = {
  '5132': [
    ['tibetan', 57],
    ['han', 43],
  ], // 阿坝: Qiang and Hui families carry Han-style names
  '5133': [
    ['tibetan', 80],
    ['han', 20],
  ], // 甘孜
  '5134': [
    ['yi', 54],
    ['han', 46],
  ], // 凉山
};
const pickers = new Map(Object.entries(customsByCity).map(([city, shares]) => [city, weighted(shares)]));

/** `regionCode` of any level inside the city. */
export const customOf = (random: Random, regionCode: string): Custom =>
  pickers.get(regionCode.slice(0, 4))?.(random) ?? 'han';

/** A family name is shared within a family; Tibetan names have none. */
export function familyName(random: Random, custom: Custom): string {
  if (custom === 'tibetan') return '';
  return custom === 'yi' ? random.pick(lists.yi.clan) : surname(random);
}

export function personName(random: Random, custom: Custom, sex: Sex, family: string): string {
  if (custom === 'yi') return family + random.pick(lists.yi[sex]);
  if (custom === 'han') return family + random.pick(sex === 'male' ? lists.given_male : lists.given_female);
  const first = random.pick(lists.tibetan.any);
  if (sex === 'male') {
    const second = random.pick(lists.tibetan.any);
    return second === first ? first : first + second;
  }
  const second = random.pick(lists.tibetan.female);
  return second.length > 2 ? second : first + second;
}
