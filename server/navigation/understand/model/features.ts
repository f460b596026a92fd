import { labels, placeOf } from '../labels.ts';
import { lexicon } from '../lexicon/all.ts';
import { normaliseTerm } from '../normalise.ts';
import { Phrases } from '../phrases.ts';
import type { Facts } from '../schema.ts';

export const classes = labels.length;
/** Buckets that the hashed character n-grams fall into. */
export const buckets = 1 << 16;
/** After the buckets: what the lexicon says for each department, then who the person is. */
export const lexiconAt = buckets;
const personAt = lexiconAt + classes;
const personFeatures = 6;
export const width = personAt + personFeatures;

/** A sparse vector: places and values alike long. */
export type Features = { at: number[]; value: number[] };
type Hit = { entry: number };

const phrases = new Phrases<Hit>(
  lexicon.flatMap(({ terms }, entry) => terms.map((term) => [normaliseTerm(term), { entry }] as const)),
);

export type Matched = { term: string; entry: number };
/** Words of the lexicon in a normalised text; one word counts once, however often it is said. */
export function matchLexicon(text: string): Matched[] {
  const seen = new Map<string, Matched>();
  for (const { start, end, value } of phrases.in(text)) {
    const term = text.slice(start, end);
    if (!seen.has(term)) seen.set(term, { term, entry: value.entry });
  }
  const found = [...seen.values()];
  // a word inside a longer one that was found as well says nothing of its own
  return found.filter(
    ({ term }) => !found.some((other) => other.term.length > term.length && other.term.includes(term)),
  );
}

/** How far each department is meant by the matched words, damped so that ten words do not shout down one. */
export function lexiconScores(matched: readonly Matched[]): Float64Array {
  const scores = new Float64Array(classes);
  for (const { entry } of matched) {
    for (const [label, weight] of lexicon[entry]?.effects ?? []) {
      const at = placeOf(label);
      scores[at] = (scores[at] ?? 0) + weight;
    }
  }
  const most = Math.max(1, ...scores);
  return scores.map((score) => (score / most) * Math.min(3, 1 + Math.log2(most) / 2));
}

/** FNV-1a over UTF-16 units: the same on every machine. */
function bucketOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= end - start;
  hash = Math.imul(hash, 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets;
}

const wordy = (code: number): boolean =>
  code > 0x2fff ? code !== 0x3001 && code !== 0x3002 && code !== 0xff0c : code > 0x2f;
/** Grams in texts longer than this are enough; what follows repeats. */
const longest = 400;

/** What the model sees of a normalised text: character n-grams of length 1 to 3, lexicon, person. */
export function featuresOf(text: string, person: Facts, matched: readonly Matched[]): Features {
  const grams = new Set<number>();
  const end = Math.min(text.length, longest);
  for (let start = 0; start < end; start += 1) {
    for (let size = 1; size <= 3 && start + size <= end; size += 1) {
      if (!wordy(text.charCodeAt(start + size - 1))) break;
      grams.add(bucketOf(text, start, start + size));
    }
  }
  const at = [...grams];
  const scale = 1 / Math.sqrt(Math.max(1, at.length));
  const value = at.map(() => scale);
  lexiconScores(matched).forEach((score, label) => {
    if (score === 0) return;
    at.push(lexiconAt + label);
    value.push(score * lexiconScale);
  });
  for (const feature of personOf(person)) {
    at.push(personAt + feature);
    value.push(personScale);
  }
  return { at, value };
}

const lexiconScale = 0.35;
const personScale = 0.5;

function personOf({ ageMonths, sex, pregnant }: Facts): number[] {
  const told: number[] = [];
  if (ageMonths !== undefined) told.push(ageMonths < 36 ? 0 : ageMonths < 168 ? 1 : 2);
  if (sex) told.push(sex === 'female' ? 3 : 4);
  if (pregnant) told.push(5);
  return told;
}
