import { z } from 'zod';
import { parts, resultView } from './items.ts';

const day = z.iso.date();

export const checkView = z.object({
  id: z.uuid(),
  facilityId: z.string(),
  facilityName: z.string(),
  part: z.enum(parts),
  /** Somebody comes with them; who it is, only where that person is served too. */
  couple: z.boolean(),
  startedOn: day,
  migrant: z.boolean(),
  results: z.array(resultView),
  /** Items of the list that are done, of how many. */
  done: z.number().int(),
  of: z.number().int(),
  grade: z.enum(['usual', 'raised']).nullable(),
  /** Readings outside their range, by code. */
  reasons: z.array(z.string()),
  advice: z.string(),
  gradedAt: z.date().nullable(),
  graderName: z.string(),
  closedAs: z.enum(['birth', 'loss', 'given-up']).nullable(),
});
export type CheckView = z.infer<typeof checkView>;

/** The partner comes with a card and a say of their own, and is served from now on too. */
export const partnerInput = z.object({
  name: z.string().trim().min(2).max(40),
  idNumber: z.string().trim().min(15).max(20),
});
export const startCheckInput = z.object({ residentId: z.uuid(), partner: partnerInput.nullish() });
export const startedCheck = z.object({ checkId: z.uuid(), partnerId: z.uuid().nullable() });

export const checkInput = z.object({ residentId: z.uuid(), checkId: z.uuid() });
export const noteResultsInput = checkInput.extend({
  results: z.array(z.object({ code: z.string().max(40), value: z.string().trim().min(1).max(20) })).max(60),
});
export const gradeCheckInput = checkInput.extend({ advice: z.string().trim().min(2).max(500) });
export const closeCheckInput = checkInput;
