import { z } from 'zod';
import { type Label, labels } from './labels.ts';

/** What a resident says about the person before describing what is wrong (E4); all of it may be left out. */
export const facts = z.object({
  ageMonths: z.number().int().min(0).max(1500).optional(),
  sex: z.enum(['male', 'female']).optional(),
  pregnant: z.boolean().optional(),
  /** How long it has lasted. */
  days: z.number().int().min(0).max(36500).optional(),
});
export type Facts = z.infer<typeof facts>;

export const bilingual = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(300) });
export type Bilingual = z.infer<typeof bilingual>;

/** Terms of which one is enough; "喝…农药" allows a few characters at the dots. */
export const termGroup = z.array(z.string().trim().min(1).max(40)).min(1).max(120);

/**
 * When a rule applies: each group of `all` occurs, none of `none` does, and the person fits. A term that is
 * denied ("没有胸痛"), past ("去年心梗过") or only asked about ("怎么预防中风") does not count as occurring.
 * A condition on a fact that nobody stated: ages and pregnancy must be known, sex and duration may be unknown.
 */
export const pattern = z.object({
  all: z.array(termGroup).min(1).max(5),
  none: termGroup.optional(),
  /** Months of age: from `min` to below `max`. */
  ageMonths: z.object({ min: z.number().int().optional(), max: z.number().int().optional() }).optional(),
  sex: z.enum(['male', 'female']).optional(),
  pregnant: z.boolean().optional(),
  /** Lasts no longer than this, where it is known. */
  maxDays: z.number().int().optional(),
});
export type Pattern = z.infer<typeof pattern>;

const ruleBase = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  name: bilingual,
  /** Why, as the resident reads it. */
  reason: bilingual,
  /** Published list it rests on. */
  source: z.string().min(1).max(200),
  validFrom: z.iso.date(),
  patterns: z.array(pattern).min(1).max(20),
});

/** emergency: call 120, no booking; crisis: the hotline; fever: the fever clinic first, by the area's rule. */
export const redFlagRule = ruleBase.extend({ kind: z.enum(['emergency', 'crisis', 'fever']) });
export type RedFlagRule = z.infer<typeof redFlagRule>;

const labelName = z.enum(labels.map(({ label }) => label) as [Label, ...Label[]]);

/** Shifts the ranking where the pattern applies; a weight of 2 makes a department about seven times as likely. */
export const adviceRule = ruleBase.extend({
  effects: z
    .array(z.object({ label: labelName, weight: z.number().min(-8).max(8) }))
    .min(1)
    .max(6),
});
export type AdviceRule = z.infer<typeof adviceRule>;

/** One deciding question; the wording of the chosen option is added to the text, and the text is read again. */
export const question = z.object({
  id: z.string(),
  question: bilingual,
  options: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
});
export type Question = z.infer<typeof question>;

export const rankedLabel = z.object({
  label: labelName,
  code: z.string(),
  /** Share of the belief, 0–1; all labels together make 1. */
  share: z.number(),
  reasons: z.array(bilingual),
});
export type RankedLabel = z.infer<typeof rankedLabel>;

export type Rules = { redFlags: readonly RedFlagRule[]; adviceRules: readonly AdviceRule[] };
export type RedFlag = { rule: RedFlagRule; matched: string[] };

export type Understanding = {
  flags: RedFlag[];
  /** All labels, best first. */
  ranked: RankedLabel[];
  /** How often a first department with this belief is the right one, 0–1. */
  confidence: number;
  /** What was recognised in the text, in its own words. */
  terms: string[];
  /** One question that would part the first two, when they are close. */
  ask: Question | null;
};
