import { pinyin } from 'pinyin-pro';
import { lexicon } from '../lexicon/all.ts';
import { normaliseTerm } from '../normalise.ts';
import { Phrases } from '../phrases.ts';
import { redFlags } from '../rules/red-flags.ts';
import { variants } from '../variants.ts';

const reading = (term: string): string =>
  pinyin(term, { toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** Readings shorter than this are found inside other words by chance. */
const shortest = 4;
let known: Phrases<string> | null = null;

function table(): Phrases<string> {
  const terms = new Set([
    ...lexicon.flatMap((entry) => entry.terms),
    ...variants.flat(),
    ...redFlags.flatMap(({ patterns }) => patterns.flatMap(({ all }) => all.flat())),
  ]);
  const entries = [...terms]
    .filter((term) => /^[一-鿿]{2,8}$/.test(term))
    .map((term) => [reading(term), normaliseTerm(term)] as const)
    .filter(([read]) => read.length >= shortest);
  return new Phrases(entries);
}

/** Terms spelt in pinyin, with or without blanks and tone numbers: "du zi tong" → 肚子痛. The first call takes a moment. */
export function fromPinyin(text: string): string {
  known ??= table();
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  return known
    .in(letters, { apart: true })
    .map(({ value }) => value)
    .join('，');
}
