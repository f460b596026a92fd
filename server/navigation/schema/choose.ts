import { z } from 'zod';
import { numberType } from '../../schedules/schema.ts';
import { bilingual } from '../understand/schema.ts';
import { originInput, originView, travelView } from './origin.ts';

const weight = z.number().int().min(0).max(100);
/** How much each side of a choice counts; all zero counts as all equal. */
export const weights = z.object({ travel: weight, wait: weight, cost: weight, capability: weight });
export type Weights = z.infer<typeof weights>;
export const component = z.enum(['travel', 'wait', 'cost', 'capability']);
export type Component = z.infer<typeof component>;
export const usualWeights: Weights = { travel: 50, wait: 50, cost: 30, capability: 30 };

export const chooseInput = z.object({
  /** Of the catalogue; a hospital's department of the same family counts (05 妇产科 takes 05.01 妇科). */
  code: z.string().regex(/^\d{2}(\.\d{2})?$/),
  origin: originInput.optional(),
  weights: weights.default(usualWeights),
  /** Of the person it is for: departments that do not see them are greyed, with the reason (A19). */
  ageYears: z.number().int().min(0).max(125).optional(),
  sex: z.enum(['male', 'female']).optional(),
  cursor: z.string().max(60).nullish(),
  limit: z.number().int().min(1).max(50).default(10),
});
export type ChooseInput = z.infer<typeof chooseInput>;

/** The words are in the texts (`advice.reason.<id>`); which ones are said follows the weights. */
export const reasonView = z.object({
  id: z.string(),
  component,
  /** for: speaks for this place; against: what one gives up. */
  tone: z.enum(['for', 'against']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReasonView = z.infer<typeof reasonView>;

export const earliestView = z.object({
  sessionId: z.string(),
  date: z.string(),
  startsAt: z.date(),
  days: z.number(),
  numberType,
  practitionerId: z.string().nullable(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  feeFen: z.number(),
});
/** What the person pays of an ordinary first visit, by the sample tariff. */
export const shareView = z.object({
  ownFen: z.number(),
  /** With a referral from a township centre or county hospital. */
  ownReferredFen: z.number(),
  billFen: z.number(),
  feeFen: z.number(),
});
export const choiceRow = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  level: z.number(),
  grade: z.string(),
  type: z.string(),
  cityName: z.string(),
  countyName: z.string(),
  address: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  departmentId: z.string(),
  departmentName: z.string(),
  place: z.string(),
  sample: z.boolean(),
  travel: travelView.nullable(),
  earliest: earliestView.nullable(),
  share: shareView.nullable(),
  capability: z.object({ level: z.number(), grade: z.string(), specialist: z.boolean(), seniors: z.number() }),
  /** 0–100 with these weights, and what each component by itself would give. */
  score: z.number(),
  parts: z.record(component, z.number()),
  reasons: z.array(reasonView),
  /** `can: false` is listed last, greyed, with the rule (`advice.eligible.<rule>`). */
  eligible: z.object({
    can: z.boolean(),
    rule: z.string().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  doctors: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })),
});
export type ChoiceRow = z.infer<typeof choiceRow>;

export const chooseOutput = z.object({
  rows: z.array(choiceRow),
  next: z.string().nullable(),
  total: z.number(),
  /** `instead`: no hospital has the department asked for, so these are of the one that takes its patients. */
  department: z.object({ code: z.string(), name: bilingual, instead: bilingual.nullable() }),
  origin: originView,
  weights,
  /** Null: no tariff is known, so nobody is ranked by cost. */
  tariff: z.object({ sample: z.literal(true), validFrom: z.string(), source: z.string() }).nullable(),
  asOf: z.date(),
});
