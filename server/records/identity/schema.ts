import { z } from 'zod';
import { cursor } from '../../kernel/page.ts';

/** Where a case stands: before people, asked back, linked by likeness with nobody asked, or decided. */
export const shelves = ['open', 'asked', 'auto', 'decided'] as const;
export type Shelf = (typeof shelves)[number];

export const casesInput = z.object({ shelf: z.enum(shelves), cursor: cursor.nullish() });

export const evidenceView = z.object({
  what: z.string(),
  outcome: z.enum(['same', 'similar', 'different', 'unknown']),
  weight: z.number(),
});
export const caseRow = z.object({
  facilityId: z.string(),
  id: z.uuid(),
  facilityName: z.string(),
  /** Where the other one is a patient whose number nobody knows either: the case is one for both. */
  otherFacilityName: z.string().nullable(),
  /** Masked: 张*丰. */
  name: z.string(),
  rule: z.string(),
  score: z.number().nullable(),
  status: z.string(),
  openedAt: z.date(),
  decidedAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;
export const casesOutput = z.object({
  cases: z.array(caseRow),
  next: z.string().nullable(),
  counts: z.record(z.enum(shelves), z.number().int()),
  asOf: z.date(),
});
export type CasesOutput = z.infer<typeof casesOutput>;

export const ownCaseInput = z.object({ id: z.uuid() });
export const caseInput = ownCaseInput.extend({ facilityId: z.string().max(40) });

/** What one place knows of a person; `place` is null for the person's own sign-up. */
export const sideView = z.object({
  place: z.string().nullable(),
  name: z.string(),
  otherNames: z.array(z.string()),
  sex: z.enum(['male', 'female', 'unknown']),
  birthDate: z.string(),
  idMasked: z.string(),
  phones: z.number().int(),
  address: z.string(),
  kin: z.array(z.string()),
  birthOrder: z.number().int().nullable(),
});
export type SideView = z.infer<typeof sideView>;
export const caseOutput = caseRow.extend({
  patient: sideView,
  /** The paper of the other record that is most like it; null where a number stands for nobody else yet. */
  candidate: sideView.nullable(),
  /** Where else the other record has papers. */
  alsoAt: z.array(z.string()),
  evidence: z.array(evidenceView),
  /** Digits in which two numbers differ, counted from 1; only where they are few. */
  digits: z.array(z.object({ at: z.number().int(), here: z.string(), there: z.string() })),
  reason: z.string().nullable(),
  /** How many entries of the hospital lie with this patient. */
  entries: z.number().int(),
  asOf: z.date(),
});
export type CaseOutput = z.infer<typeof caseOutput>;

const reason = z.string().trim().min(4).max(500);
export const ownDecideInput = ownCaseInput.extend({ decision: z.enum(['same', 'different', 'ask']), reason });
export const decideInput = ownDecideInput.extend({ facilityId: z.string().max(40) });
export const ownUndoInput = ownCaseInput.extend({ reason });
export const undoInput = ownUndoInput.extend({ facilityId: z.string().max(40) });
export const doneOutput = z.object({ status: z.string() });
