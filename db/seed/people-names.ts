import { readNames } from './data-files.ts';
import { type Random, weighted } from './random.ts';

export type Sex = 'male' | 'female';
export type Custom = 'han' | 'tibetan' | 'yi';

const lists = readNames();
const surname = weighted(Object.entries(lists.surnames));

// names that parents have chosen since the mid-1990s; a grandmother hardly bears one
const recent = /[梓轩宸涵奕沐诺馨曦瑶桐皓]|浩|宇|俊|怡|一鸣|家豪|铭泽|雨/;
const givenNames = (given: string[]) => ({
  recent: given.filter((name) => recent.test(name)),
  timeless: given.filter((name) => name.length === 1),
  grown: given.filter((name) => !recent.test(name)),
});
const hanNames = { male: givenNames(lists.given_male), female: givenNames(lists.given_female) };
const young = 28 * 365.2425;

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

export function personName(random: Random, custom: Custom, sex: Sex, family: string, ageDays: number): string {
  if (custom === 'yi') return family + random.pick(lists.yi[sex]);
  if (custom === 'han') {
    const names = hanNames[sex];
    return family + random.pick(ageDays > young ? names.grown : random.chance(0.8) ? names.recent : names.timeless);
  }
  const first = random.pick(lists.tibetan.any);
  if (sex === 'male') {
    const second = random.pick(lists.tibetan.any);
    return second === first ? first : first + second;
  }
  const second = random.pick(lists.tibetan.female);
  return second.length > 2 ? second : first + second;
}
