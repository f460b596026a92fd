import { type Label, placeOf } from '../labels.ts';
import type { Bilingual } from '../schema.ts';

/** Words that point to departments, with how strongly (3 settles it, 1 hints), and what they are about. */
export type Entry = { terms: readonly string[]; effects: readonly (readonly [Label, number])[]; about: Bilingual };

/** `effects` reads "骨科 3 神经外科 1"; terms are separated by white space. */
export function entry(effects: string, zh: string, en: string, terms: string): Entry {
  const parts = effects.trim().split(/\s+/);
  const pairs = Array.from({ length: parts.length / 2 }, (_, at) => {
    const label = parts[at * 2] as Label;
    placeOf(label);
    return [label, Number(parts[at * 2 + 1])] as const;
  });
  return { terms: terms.trim().split(/\s+/), effects: pairs, about: { zh, en } };
}
