import { z } from 'zod';
import { cursor } from '../kernel/page.ts';

const reading = z.object({
  title: z.string(),
  value: z.string(),
  unit: z.string(),
  low: z.string(),
  high: z.string(),
  flag: z.enum(['high', 'low', 'normal', 'abnormal', '']),
});
export type Reading = z.infer<typeof reading>;

/** What a screen shows of an entry beside its title, time and state. */
export const factsView = z.object({
  reading: reading.optional(),
  parts: z.array(reading).optional(),
  visitKind: z.enum(['outpatient', 'inpatient', 'emergency', 'home', 'other']).optional(),
  department: z.string().optional(),
  reason: z.string().optional(),
  dose: z.string().optional(),
  reaction: z.string().optional(),
  critical: z.boolean().optional(),
  lot: z.string().optional(),
  conclusion: z.string().optional(),
  contentType: z.string().optional(),
});

export const entryView = z.object({
  id: z.uuid(),
  type: z.string(),
  facilityId: z.string(),
  facilityName: z.string(),
  title: z.string(),
  status: z.string(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  facts: factsView,
  /** Set beside it by the facility when the person held it to be wrong. */
  note: z.string().nullable(),
});
export type EntryView = z.infer<typeof entryView>;

/** As whom it is seen: others do not see all of it, and who acts for a minor of 14 and more only what protects. */
const view = z.enum(['own', 'family', 'teen', 'staff']);
export type RecordView = z.infer<typeof view>;

/** Whose record: one's own, or that of somebody one acts for. */
export const whoseInput = z.object({ residentId: z.uuid() });

export const visitsInput = whoseInput.extend({ cursor: cursor.nullish() });
export const visitView = entryView.extend({
  diagnoses: z.array(z.string()),
  results: z.number().int(),
  /** Results outside their range. */
  odd: z.number().int(),
  medicines: z.number().int(),
  documents: z.number().int(),
});
export const visitsOutput = z.object({
  visits: z.array(visitView),
  /** The cursor of the next page; null at the end. */
  next: z.string().nullable(),
  asOf: z.date(),
  view,
});

export const entryInput = whoseInput.extend({ id: z.uuid() });
export const visitOutput = z.object({ visit: entryView, entries: z.array(entryView), view });

/** Lists of a record: the types of each, in the order they are shown. */
export const sections = {
  problems: ['Condition', 'EpisodeOfCare', 'CarePlan'],
  medicines: ['MedicationRequest', 'MedicationStatement'],
  allergies: ['AllergyIntolerance'],
  vaccinations: ['Immunization'],
  documents: ['DocumentReference', 'DiagnosticReport', 'Procedure'],
} as const;
export type Section = keyof typeof sections;
export const sectionInput = whoseInput.extend({ section: z.enum(Object.keys(sections) as [Section, ...Section[]]) });
export const sectionOutput = z.object({ entries: z.array(entryView), view, asOf: z.date() });

export const resultLine = z.object({
  /** Names the measurement in `trend`. */
  key: z.string(),
  reading,
  at: z.date().nullable(),
  facilityName: z.string(),
  times: z.number().int(),
});
export const resultsOutput = z.object({ results: z.array(resultLine), view, asOf: z.date() });

export const trendInput = whoseInput.extend({ key: z.string().min(1).max(300) });
export const trendOutput = z.object({
  points: z.array(z.object({ id: z.uuid(), at: z.date().nullable(), facilityName: z.string(), reading })),
});

/** How much each hospital has told, and when it was last heard: an empty list may be a silent hospital. */
export const sourceLine = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  entries: z.number().int(),
  newest: z.date().nullable(),
  heardAt: z.date().nullable(),
});
/** What a hospital has deleted: that there was something, of which kind and when, and nothing of what it said. */
export const withdrawnLine = z.object({
  id: z.uuid(),
  type: z.string(),
  facilityName: z.string(),
  startsAt: z.date().nullable(),
  withdrawnAt: z.date(),
});
export const sourcesOutput = z.object({
  sources: z.array(sourceLine),
  withdrawn: z.array(withdrawnLine),
  view,
  asOf: z.date(),
});
