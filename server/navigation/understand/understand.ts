import { readFacts } from './facts.ts';
import { readForeign } from './foreign/read-foreign.ts';
import { labels, placeOf } from './labels.ts';
import { lexicon } from './lexicon/all.ts';
import { featuresOf, type Matched, matchLexicon } from './model/features.ts';
import { type LinearModel, logitsOf, softmax } from './model/linear-model.ts';
import { trainedModel } from './model/trained.ts';
import { normalise } from './normalise.ts';
import { questionBetween } from './questions.ts';
import { flagsOf, matchPattern } from './red-flags.ts';
import type { AdviceRule, Bilingual, Facts, RankedLabel, Rules, Understanding } from './schema.ts';
import { readStatements, type Statements } from './statements.ts';

export { findRedFlags } from './red-flags.ts';
export type { AdviceRule, Facts, Question, RankedLabel, RedFlagRule, Understanding } from './schema.ts';

/** Below this share of the belief a question is worth asking. */
const sure = 0.6;
/** Makes a share mean what it says: bench navigation prints how often each tenth is right. */
const temperature = 1.25;

/**
 * What a description amounts to: red flags, all departments best first, how sure, what to ask. Pure, well
 * under a millisecond, keeps and logs nothing. It names a door, never a disease.
 */
export function understand(
  text: string,
  facts: Facts,
  { redFlags, adviceRules }: Rules,
  model: LinearModel = trainedModel(),
): Understanding {
  const plain = normalise(`${wordsOf(facts)}${readForeign(text)}`);
  const said = readStatements(plain);
  const person = readFacts(plain, facts);
  const matched = matchLexicon(plain);
  const logits = logitsOf(model, featuresOf(plain, person, matched));
  const { reasons, terms } = applyRules(adviceRules, said, person, logits);
  explain(matched, reasons);
  terms.push(...matched.map(({ term }) => term));
  const shares = softmax(logits, temperature);
  const ranked = labels
    .map(({ label, code }, at): RankedLabel => ({ label, code, share: shares[at] ?? 0, reasons: reasons[at] ?? [] }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  const ask = first && second && first.share < sure ? questionBetween(first.label, second.label) : null;
  return { flags: flagsOf(said, person, redFlags), ranked, confidence: first?.share ?? 0, terms, ask };
}

/** Who it is, in the words by which texts say it: what the model learnt from texts then holds for facts as well. */
function wordsOf({ ageMonths, pregnant }: Facts): string {
  const child = ageMonths === undefined || ageMonths >= 168 ? '' : ageMonths < 36 ? '宝宝，' : '孩子，';
  return `${child}${pregnant ? '怀孕，' : ''}`;
}

/** Rules shift the belief; their reason stands before the words'. */
function applyRules(rules: readonly AdviceRule[], said: Statements, person: Facts, logits: Float64Array) {
  const reasons = labels.map((): Bilingual[] => []);
  const terms: string[] = [];
  for (const rule of rules) {
    const matched = rule.patterns.map((pattern) => matchPattern(pattern, said, person)).find((found) => found);
    if (!matched) continue;
    terms.push(...matched);
    for (const { label, weight } of rule.effects) {
      const at = placeOf(label);
      logits[at] = (logits[at] ?? 0) + weight;
      if (weight > 0) reasons[at]?.push(rule.reason);
    }
  }
  return { reasons, terms };
}

/** A department's reasons are the person's own words that point there, the strongest first. */
function explain(matched: readonly Matched[], reasons: Bilingual[][]): void {
  const pointing = matched.flatMap(({ term, entry }) => {
    const { effects, about } = lexicon[entry] ?? { effects: [], about: { zh: '', en: '' } };
    return effects.map(([label, weight]) => ({ term, about, weight, at: placeOf(label) }));
  });
  for (const { term, about, at } of pointing.sort((a, b) => b.weight - a.weight)) {
    reasons[at]?.push({ zh: `您说的“${term}”：${about.zh}`, en: `“${term}”: ${about.en}` });
  }
}
