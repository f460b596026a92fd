import { z } from 'zod';
import { cursor } from '../kernel/page.ts';

export const caseKinds = ['why', 'glass', 'correction', 'review'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const outcomes = ['justified', 'unjustified', 'corrected', 'annotated', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];
const words = z.string().trim().min(4).max(500);

/** A question about a record with its clock, as the person and those who answer see it. */
export const caseView = z.object({
  id: z.uuid(),
  kind: z.enum(caseKinds),
  subjectId: z.uuid(),
  about: z.string(),
  aboutAt: z.date().nullable(),
  facilityName: z.string().nullable(),
  question: z.string(),
  stage: z.enum(['facility', 'official', 'closed']),
  createdAt: z.date(),
  dueAt: z.date(),
  escalatedAt: z.date().nullable(),
  answeredAt: z.date().nullable(),
  answeredAs: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  answer: z.string().nullable(),
});
export type CaseView = z.infer<typeof caseView>;

/** One look at a person's data by somebody else. */
export const lookView = z.object({
  id: z.uuid(),
  at: z.date(),
  actorKind: z.string(),
  actorName: z.string(),
  facilityName: z.string().nullable(),
  what: z.string(),
  reason: z.string(),
  caseStage: z.enum(['facility', 'official', 'closed']).nullable(),
  /** This worker is kept out from now on. */
  denied: z.boolean(),
});
export const looksInput = z.object({ residentId: z.uuid(), cursor: cursor.nullish() });
export const looksOutput = z.object({ looks: z.array(lookView), next: z.string().nullable(), asOf: z.date() });

export const mineInput = z.object({ residentId: z.uuid() });
export const mineOutput = z.object({ cases: z.array(caseView), asOf: z.date() });
export const askWhyInput = z.object({
  residentId: z.uuid(),
  eventId: z.uuid(),
  question: z.string().trim().max(500).default(''),
});
export const askWhyOutput = z.object({ caseId: z.uuid(), dueAt: z.date() });

/** A case for those who answer: the person by masked name, since the case is about a look, not about the person. */
export const workView = caseView.extend({ residentId: z.uuid(), residentName: z.string(), overdue: z.boolean() });
export const workInput = z.object({ closed: z.boolean().default(false), cursor: cursor.nullish() });
export const workOutput = z.object({ cases: z.array(workView), next: z.string().nullable(), asOf: z.date() });
export const answerInput = z.object({
  residentId: z.uuid(),
  caseId: z.uuid(),
  outcome: z.enum(outcomes),
  answer: words,
});
export const answeredOutput = z.object({ done: z.literal(true) });
