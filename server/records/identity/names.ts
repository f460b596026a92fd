import { pinyin } from 'pinyin-pro';

export type Likeness = 'same' | 'similar' | 'different' | 'unknown';

/** Spaces, the dot of minority names in its many shapes, and letter case are habits of writing. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•‧・.．]/g, '')
    .toLowerCase();

/** How a name sounds, without tones: 闫 and 阎, 張 and 张, 傅 and 付 read alike. */
export const soundOfName = (name: string): string =>
  pinyin(plainName(name), { toneType: 'none', type: 'array', surname: 'head', v: true }).join(' ');

/** Compares two names as written, then as heard. A missing one says nothing (B5). */
export function compareNames(a: string, b: string): Likeness {
  const [left, right] = [plainName(a), plainName(b)];
  if (!left || !right) return 'unknown';
  if (left === right) return 'same';
  return soundOfName(left) === soundOfName(right) ? 'similar' : 'different';
}
