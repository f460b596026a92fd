import { z } from 'zod';
import { bilingual, facts, question } from '../understand/schema.ts';
import { signView, toldSigns } from './danger-signs.ts';
import { originInput, originView } from './origin.ts';
import { outbreakView } from './outbreaks.ts';
import { doorView } from './services.ts';

/**
 * What a resident tells: the person first, then the words. It travels by POST and is kept nowhere. `added` are
 * the body part and complaints tapped, and the wording of the options chosen in earlier questions.
 */
export const story = z.object({
  facts: facts.default({}),
  text: z.string().trim().max(500).default(''),
  added: z.array(z.string().trim().min(1).max(60)).max(12).default([]),
});
export type Story = z.infer<typeof story>;
const somethingSaid = (input: Story) => input.text !== '' || input.added.length > 0;

export const askInput = story
  .extend({ origin: originInput.optional(), signs: toldSigns.default([]) })
  .refine(somethingSaid, 'nothing-said');
export type AskInput = z.infer<typeof askInput>;

/** A red flag that was raised, in words for the person. */
export const flagView = z.object({
  id: z.string(),
  kind: z.enum(['emergency', 'crisis', 'fever']),
  name: bilingual,
  reason: bilingual,
  source: z.string(),
});
/** A line for people in a crisis, with the day from which it holds and who says so. */
export const hotlineView = z.object({
  number: z.string(),
  name: bilingual,
  reason: bilingual,
  validFrom: z.string(),
  source: z.string(),
});
const version = z.object({ rules: z.string(), model: z.string() });

/** 120 and the nearest open emergency departments. It holds no id that booking would take. */
const emergency = z.object({
  kind: z.literal('emergency'),
  call: z.literal('120'),
  flags: z.array(flagView),
  doors: z.array(doorView),
  /** Also given when the words point to a wish to die. */
  hotline: hotlineView.nullable(),
  origin: originView,
  version,
});
const crisis = z.object({
  kind: z.literal('crisis'),
  flags: z.array(flagView),
  hotline: hotlineView,
  version,
});
/** Fever where an outbreak is on: the area's rule, and the fever clinics. */
const fever = z.object({
  kind: z.literal('fever'),
  flags: z.array(flagView),
  notice: outbreakView,
  doors: z.array(doorView),
  origin: originView,
  version,
});

export const sureness = z.enum(['sure', 'likely', 'unsure']);
export const advised = z.object({
  label: z.string(),
  name: bilingual,
  code: z.string(),
  /** Share of the belief, 0–1. */
  share: z.number(),
  reasons: z.array(bilingual),
});

/** One side of the comparison: what it costs and how long one waits there (sample tariff, actual tickets). */
export const sideView = z.object({
  where: z.enum(['township', 'county', 'city']),
  level: z.number(),
  /** The facility meant, where there is only one: the own township's centre. */
  name: z.string().nullable(),
  ownFen: z.number().nullable(),
  billFen: z.number().nullable(),
  /** Days to the first free number; null where nothing can be booked here. */
  waitDays: z.number().nullable(),
  /** Takes patients as they come; numbers of such places are not on the platform. */
  walkIn: z.boolean(),
  facilities: z.number(),
});
export type SideView = z.infer<typeof sideView>;
/** Where to begin, by the tiers of care (分级诊疗), with what it saves. */
export const tierView = z.object({
  /** township: begin at the grassroots; hospital: go straight there. */
  advice: z.enum(['township', 'hospital']),
  rule: z.string(),
  reason: bilingual,
  source: z.string(),
  sides: z.array(sideView),
  /** Fen saved and days sooner at the township's centre than at the city's hospitals; null: not known. */
  savesFen: z.number().nullable(),
  tariff: z.object({ sample: z.literal(true), validFrom: z.string(), source: z.string() }).nullable(),
});

/** Asked before any advice: whether one of these holds now. Neither flags nor departments yet. */
const signs = z.object({ kind: z.literal('signs'), signs: z.array(signView), flags: z.array(flagView), version });

const advice = z.object({
  kind: z.literal('advice'),
  /** At most three, best first. This is where to go, not what one has. */
  departments: z.array(advised).max(3),
  confidence: z.number(),
  sureness,
  /** One deciding question at most; the chosen option's wording goes into `added` of the next asking. */
  ask: question.nullable(),
  /** General practice, offered whenever we are not sure. */
  general: z.object({ code: z.literal('02'), name: bilingual, reason: bilingual }).nullable(),
  /** Flags that do not stop booking: fever where no outbreak is on. */
  flags: z.array(flagView),
  tier: tierView.nullable(),
  origin: originView,
  version,
});

export const askOutput = z.discriminatedUnion('kind', [emergency, crisis, fever, signs, advice]);
export type Answer = z.infer<typeof askOutput>;
export type AdviceAnswer = z.infer<typeof advice>;

/** Which of the departments shown the person went on with: a count without person or words (E19). */
export const noteChoiceInput = z.object({
  advised: z.string().max(10),
  chosen: z.string().max(10),
  rank: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(9)]),
  sureness,
});
