import { z } from 'zod';

/** Topics that only the person sees unless they say otherwise (C8). */
export const guardedTopics = ['family_planning', 'sexual_health', 'mental_health'] as const;
export type GuardedTopic = (typeof guardedTopics)[number];
export const topics = ['general', ...guardedTopics] as const;
export type Topic = (typeof topics)[number];

/** What somebody may want to read a record for: each has a word of its own. */
export const purposes = ['treatment', 'family', 'area', 'research'] as const;
export type Purpose = (typeof purposes)[number];

export const whoseInput = z.object({ residentId: z.uuid() });
export const setConsentInput = whoseInput
  .extend({
    purpose: z.enum(purposes),
    topic: z.enum(topics),
    given: z.boolean(),
    /** The version of the words that were on the screen. */
    textVersion: z.number().int().min(1),
  })
  // nothing guarded is ever open by area
  .refine(({ purpose, topic }) => purpose !== 'area' || topic === 'general', { path: ['topic'] });

export const denialView = z.object({
  id: z.uuid(),
  kind: z.enum(['entry', 'facility', 'worker']),
  entryId: z.uuid().nullable(),
  facilityId: z.string().nullable(),
  facilityName: z.string().nullable(),
  workerName: z.string().nullable(),
  entryTitle: z.string().nullable(),
  createdAt: z.date(),
});
const name = z.string().trim().min(2).max(40);
const facilityId = z.string().min(1).max(20);
export const denyInput = z.discriminatedUnion('kind', [
  whoseInput.extend({ kind: z.literal('entry'), entryId: z.uuid() }),
  whoseInput.extend({ kind: z.literal('facility'), facilityId }),
  /** Whoever looked, by the line of the list of looks. */
  whoseInput.extend({ kind: z.literal('worker'), eventId: z.uuid() }),
  whoseInput.extend({ kind: z.literal('worker-by-name'), facilityId, name }),
]);
export const endDenialInput = whoseInput.extend({ id: z.uuid() });

export const shareCodeView = z.object({
  id: z.uuid(),
  createdAt: z.date(),
  until: z.date(),
  uses: z.number().int(),
});
export const makeShareCodeInput = whoseInput.extend({ hours: z.number().int().min(1).max(72) });
/** The code is told once; only its hash is kept. */
export const madeShareCode = z.object({ code: z.string(), until: z.date() });
export const endShareCodeInput = whoseInput.extend({ id: z.uuid() });
export const redeemShareCodeInput = z.object({ code: z.string().trim().min(6).max(20) });

export const choiceView = z.object({
  purpose: z.enum(purposes),
  topic: z.enum(topics),
  given: z.boolean(),
  /** When it was last decided; null: it holds without a word. */
  decidedAt: z.date().nullable(),
  textVersion: z.number().int(),
  /** A guardian may not open to oneself what is guarded. */
  fixed: z.boolean(),
});
export const settingsOutput = z.object({
  choices: z.array(choiceView),
  denials: z.array(denialView),
  codes: z.array(shareCodeView),
  shareHours: z.array(z.number().int()),
  encounterDays: z.number().int(),
  glassHours: z.number().int(),
  asOf: z.date(),
});

export const glassCauses = ['life', 'unconscious', 'transfer', 'other'] as const;
export const breakGlassInput = whoseInput.extend({
  cause: z.enum(glassCauses),
  reason: z.string().trim().min(8).max(500),
});
export const brokenGlass = z.object({ until: z.date() });
