import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '../facts.ts';
import { type Label, placeOf } from '../labels.ts';
import { lexicon } from '../lexicon/all.ts';
import { classes, type Features, featuresOf, matchLexicon } from '../model/features.ts';
import { normalise } from '../normalise.ts';
import { departmentsOfCode } from './icd-chapters.ts';

/** `target` holds a share for each label; `weight` says how much the example counts. */
export type Example = { features: Features; target: Float64Array; weight: number };
export type Question = { id: string; text: string; label: string; accept: string[]; source: string };

/** Sources that state a licence for their rows (MIT, Apache-2.0, Apache-2.0). No other row trains. */
export const licensed: ReadonlySet<string> = new Set(['toyhom_im', 'cmtmedqa', 'cmdd']);

export function readFeatures(text: string): Features {
  const plain = normalise(text);
  return featuresOf(plain, readFacts(plain), matchLexicon(plain));
}

type Effect = readonly [Label, number];
/** `sharpness` above 1 favours the strongest. */
function sharesOf(effects: readonly Effect[], sharpness: number): Float64Array {
  const target = new Float64Array(classes);
  const all = effects.reduce((sum, [, weight]) => sum + weight ** sharpness, 0);
  for (const [label, weight] of effects) target[placeOf(label)] = weight ** sharpness / all;
  return target;
}
function mixed(target: Float64Array, label: Label, share: number): Float64Array {
  const out = target.map((value) => value * (1 - share));
  out[placeOf(label)] = (out[placeOf(label)] ?? 0) + share;
  return out;
}

const childish = ['宝宝', '孩子', '我家宝宝', '儿子', '女儿', '小孩'];
/** Children with an eye, an ear, a tooth, the skin or a wound often go straight to that department. */
const organs: ReadonlySet<string> = new Set([
  '眼科',
  '耳鼻咽喉科',
  '口腔科',
  '皮肤性病科',
  '骨科',
  '普通外科',
  '烧伤整形科',
  '胸心外科',
  '神经外科',
]);
const notOfChildren: ReadonlySet<string> = new Set(['妇产科', '泌尿外科', '中医科', '肿瘤科', '精神心理科', '儿科']);

/** The lexicon as examples: each word by itself, said of a child, and some said in pregnancy. */
export function lexiconExamples(): Example[] {
  const examples: Example[] = [];
  const add = (text: string, target: Float64Array, weight: number) =>
    examples.push({ features: readFeatures(text), target, weight });
  let turn = 0;
  for (const { terms, effects } of lexicon) {
    const target = sharesOf(effects, 2);
    const first = effects[0]?.[0] ?? '';
    for (const [i, term] of terms.entries()) {
      turn += 1;
      add(term, target, 1);
      if (!notOfChildren.has(first)) {
        const share = organs.has(first) ? 0.45 : 0.7;
        add(`${childish[turn % childish.length]}${turn % 2 ? '，' : ''}${term}`, mixed(target, '儿科', share), 0.7);
      }
      if (i % 3 === 0 && first !== '妇产科' && first !== '儿科')
        add(`${i % 2 ? '怀孕了，' : '孕妇，'}${term}`, mixed(target, '妇产科', 0.65), 0.5);
      if (i % 5 === 0 && first !== '中医科') add(`${term}，中医调理`, mixed(target, '中医科', 0.7), 0.4);
    }
  }
  return examples;
}

/** Names of ICD-10 diseases with the departments of their chapter: facts, no sentences. */
export function diseaseExamples(dataDir: string): Example[] {
  const seen = new Set<string>();
  const examples: Example[] = [];
  for (const line of readFileSync(join(dataDir, 'codes', 'icd10_nc2.csv'), 'utf8')
    .split('\n')
    .slice(1)) {
    const comma = line.indexOf(',');
    const name = line.slice(comma + 1).replace(/["\r]/g, '');
    const effects = comma < 0 ? null : departmentsOfCode(line.slice(0, comma));
    if (!effects || seen.has(name)) continue;
    seen.add(name);
    examples.push({ features: readFeatures(name), target: sharesOf(effects, 1), weight: 0.15 });
  }
  return examples;
}

export const readQuestions = (dataDir: string): Question[] =>
  readFileSync(join(dataDir, 'triage_dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);

/** Rare departments count more, as the sources hold mostly internal medicine. */
export function questionExamples(questions: readonly Question[]): Example[] {
  const counts = new Map<string, number>();
  for (const { label } of questions) counts.set(label, (counts.get(label) ?? 0) + 1);
  return questions.map(({ text, label }) => {
    const target = new Float64Array(classes);
    target[placeOf(label)] = 1;
    const rare = questions.length / classes / (counts.get(label) ?? 1);
    return { features: readFeatures(text), target, weight: 0.7 * Math.min(3, rare ** 0.7) };
  });
}
