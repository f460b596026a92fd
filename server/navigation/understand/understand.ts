import { readFacts } from './facts.ts';
import { labels, placeOf } from './labels.ts';
import { normalise } from './normalise.ts';
import { questionBetween } from './questions.ts';
import { flagsOf, matchPattern } from './red-flags.ts';
import type { Bilingual, Facts, RankedLabel, Rules, Understanding } from './schema.ts';
import { readStatements } from './statements.ts';

export { findRedFlags } from './red-flags.ts';
export type { AdviceRule, Facts, Question, RankedLabel, RedFlagRule, Understanding } from './schema.ts';

/** Below this share of the belief a question is worth asking. */
const sure = 0.6;

/**
 * What a description amounts to: red flags, all departments best first, how sure, what to ask. Pure, well
 * under a millisecond, keeps and logs nothing. It names a door, never a disease.
 */
export function understand(text: string, facts: Facts, { redFlags, adviceRules }: Rules): Understanding {
  const plain = normalise(text);
  const said = readStatements(plain);
  const person = readFacts(plain, facts);
  const scores = new Float64Array(labels.length);
  const reasons = labels.map((): Bilingual[] => []);
  const terms: string[] = [];
  for (const rule of adviceRules) {
    const matched = rule.patterns.map((pattern) => matchPattern(pattern, said, person)).find((found) => found);
    if (!matched) continue;
    terms.push(...matched);
    for (const { label, weight } of rule.effects) {
      const at = placeOf(label);
      scores[at] = (scores[at] ?? 0) + weight;
      if (weight > 0) reasons[at]?.push(rule.reason);
    }
  }
  const ranked = rank(scores, reasons);
  const [first, second] = ranked;
  const ask = first && second && first.share < sure ? questionBetween(first.label, second.label) : null;
  return { flags: flagsOf(said, person, redFlags), ranked, confidence: first?.share ?? 0, terms, ask };
}

function rank(scores: Float64Array, reasons: Bilingual[][]): RankedLabel[] {
  const top = Math.max(...scores);
  const beliefs = Array.from(scores, (score) => Math.exp(score - top));
  const all = beliefs.reduce((sum, belief) => sum + belief, 0);
  return labels
    .map(({ label, code }, at) => ({ label, code, share: (beliefs[at] ?? 0) / all, reasons: reasons[at] ?? [] }))
    .sort((a, b) => b.share - a.share);
}
