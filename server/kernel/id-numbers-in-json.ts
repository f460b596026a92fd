import { maskIdNumbersIn } from './id-numbers-in.ts';
import { rewriteJson } from './json-texts.ts';

const digit = '(?:[0-9\\uff10-\\uff19]|\\\\u(?:003|ff1)[0-9])';
const escaped = '\\\\[nrt]|\\\\u(?:00[02][0-9ad]|00a0|20[01][0-9a-f]|2212|3000|feff|ff0d)';
const gap = `(?:[\\s\\u200b\\ufeff\\-\\u2010-\\u2015\\u2212\\uff0d]|${escaped})`;
/** Looser than what it looks for: hardly any resource holds so many digits in a row, and all others are left at that. */
const suspicious = new RegExp(`${digit}(?:${gap}{0,3}${digit}){14}`, 'i');

/** A JSON text in which ID numbers are masked wherever they stand, escaped characters seen through; a bare number becomes text. */
export const maskIdNumbersInJson = (json: string): string =>
  suspicious.test(json)
    ? rewriteJson(json, { text: maskIdNumbersIn, number: (written) => asText(written, maskIdNumbersIn(written)) })
    : json;

/** A JSON text in which the ids that stand under one of these keys are hidden. */
export function hideIdsUnder(json: string, keys: ReadonlySet<string>, hide: (id: string) => string): string {
  if (!suspicious.test(json)) return json;
  const told = (value: string, key: string) => (keys.has(key) ? hide(value) : value);
  return rewriteJson(json, { text: told, number: (written, key) => asText(written, told(written, key)) });
}

const asText = (written: string, told: string): string => (told === written ? written : JSON.stringify(told));
