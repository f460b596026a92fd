import { z } from 'zod';
import { personSchema } from './charts/people.ts';

export const personalitySchema = z.object({
  noTotal: z.boolean().default(false),
  offsetPaging: z.boolean().default(false),
  /** Every n-th request is answered 429 with Retry-After: 1; 0 for never. */
  busyEvery: z.number().int().nonnegative().default(0),
  bareOutcome: z.boolean().default(false),
  stringIds: z.boolean().default(false),
  deleteNotFound: z.boolean().default(false),
  /** One patient's whole record at one call (`$everything`); some systems know searches only. */
  noEverything: z.boolean().default(false),
  /** Some of its records are written as no standard has it. */
  sloppyRecords: z.boolean().default(false),
});
export type Personality = z.infer<typeof personalitySchema>;

export const hospitalSchema = z.object({
  code: z.string().regex(/^[A-Za-z0-9_-]+$/),
  name: z.string().min(1),
  kind: z.enum(['lean', 'medplum']).default('lean'),
  authority: z.enum(['granted', 'confirmed']).default('granted'),
  token: z.string().min(1),
  noticeToken: z.string().default(''),
  departments: z.array(z.object({ code: z.string(), name: z.string() })).min(1),
  seed: z.number().int().default(1),
  days: z.number().int().min(1).max(60).default(7),
  confirmAfterMs: z.number().int().nonnegative().default(400),
  basePath: z.string().startsWith('/').default('/fhir/r4'),
  personality: personalitySchema.partial().optional(),
});
export type HospitalConfig = z.infer<typeof hospitalSchema>;

export const sandboxSchema = z.object({
  platformNoticeUrl: z.url().nullable().default(null),
  /** Folder in which hospitals keep their appointments over a restart; null for forgetting. */
  stateDir: z.string().min(1).nullable().default(null),
  /** Who may have been treated somewhere: a file of one person a line, or the persons. */
  people: z.union([z.string(), z.array(personSchema)]).default([]),
  hospitals: z.array(hospitalSchema),
});
export type SandboxConfig = z.input<typeof sandboxSchema>;

// One oddity each, as real systems have; the first is plain so that seed 0 and multiples of 7 behave well.
const oddities: Partial<Personality>[] = [
  {},
  { sloppyRecords: true },
  { noTotal: true },
  { offsetPaging: true, noEverything: true },
  { busyEvery: 60 },
  { bareOutcome: true, deleteNotFound: true, noEverything: true },
  { stringIds: true, noTotal: true },
];

export function personalityOf(config: HospitalConfig): Personality {
  const bySeed = oddities[Math.abs(config.seed) % oddities.length];
  return personalitySchema.parse(config.personality ?? bySeed);
}
