import { z } from 'zod';
import { guardedTopics } from '../../consents/schema.ts';
import { entryView, whoseInput } from '../schema.ts';

/** Guarded topics are taken along only when they are named. */
export const takeInput = whoseInput.extend({ topics: z.array(z.enum(guardedTopics)).max(guardedTopics.length) });
export type TakeInput = z.infer<typeof takeInput>;

/** A file of FHIR: what a doctor abroad needs, or everything. */
export const takeForms = ['summary', 'everything'] as const;
export type TakeForm = (typeof takeForms)[number];

/** Parts of a summary on paper, in the order they are read. */
export const paperParts = [
  'allergies',
  'medicines',
  'problems',
  'results',
  'vaccinations',
  'procedures',
  'past',
  'visits',
] as const;
export type PaperPart = (typeof paperParts)[number];

export const paperOutput = z.object({
  person: z.object({
    name: z.string(),
    sex: z.enum(['male', 'female', 'unknown']),
    birthDate: z.string(),
    idMasked: z.string(),
  }),
  parts: z.record(z.enum(paperParts), z.array(entryView)),
  /** Only what protects is open to this reader: an empty part says nothing. */
  partly: z.boolean(),
  asOf: z.date(),
});
