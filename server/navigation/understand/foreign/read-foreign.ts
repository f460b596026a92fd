import { fromEnglish, isLatin } from './english.ts';
import { fromPinyin } from './pinyin.ts';

/**
 * What is written in Latin letters, in the Chinese terms that everything after it understands; Chinese passes
 * unchanged. English first; where it finds nothing the letters may be pinyin.
 */
export function readForeign(text: string): string {
  if (!isLatin(text)) return text;
  const english = fromEnglish(text);
  if (english !== '') return english;
  return fromPinyin(text) || text;
}
