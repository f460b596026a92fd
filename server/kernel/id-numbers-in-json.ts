import { maskIdNumbersIn } from './id-numbers-in.ts';
import { rewriteJson } from './json-texts.ts';

const shortest = 15;
const gapMost = 3;
const [backslash, unicode] = [92, 117];
/** What follows a backslash: ends of lines and tabs. */
const escapedBlanks = [110, 114, 116];
const gap = /[\s\u200b\ufeff\-\u2010-\u2015\u2212\uff0d]/;

/**
 * Whether so many digits follow one another, escaped ones too, that a number may be among them. A loop, since nearly every
 * resource ends here: 1 µs for each kB, where a regular expression took fifteen.
 */
function isSuspicious(json: string): boolean {
  let digits = 0;
  let gaps = 0;
  for (let i = 0; i < json.length; i++) {
    let code = json.charCodeAt(i);
    if (code === backslash) {
      const escaped = json.charCodeAt(i + 1);
      if (escaped === unicode) code = Number.parseInt(json.slice(i + 2, i + 6), 16);
      else code = escapedBlanks.includes(escaped) ? 32 : escaped;
      i += escaped === unicode ? 5 : 1;
    }
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) {
      digits += 1;
      gaps = 0;
      if (digits === shortest) return true;
    } else if (digits > 0) {
      gaps += 1;
      if (gaps > gapMost || !gap.test(String.fromCharCode(code))) digits = 0;
    }
  }
  return false;
}

/** A JSON text in which ID numbers are masked wherever they stand, escaped characters seen through; a bare number becomes text. */
export const maskIdNumbersInJson = (json: string): string =>
  isSuspicious(json)
    ? rewriteJson(json, { text: maskIdNumbersIn, number: (written) => asText(written, maskIdNumbersIn(written)) })
    : json;

/** A JSON text in which the ids that stand under one of these keys are hidden. */
export function hideIdsUnder(json: string, keys: ReadonlySet<string>, hide: (id: string) => string): string {
  if (!isSuspicious(json)) return json;
  const told = (value: string, key: string) => (keys.has(key) ? hide(value) : value);
  return rewriteJson(json, { text: told, number: (written, key) => asText(written, told(written, key)) });
}

const asText = (written: string, told: string): string => (told === written ? written : JSON.stringify(told));
