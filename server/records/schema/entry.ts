import { z } from 'zod';
import { caseView } from '../../cases/schema.ts';
import { entryInput, entryView } from '../schema.ts';

/** One entry with its versions, what was asked about it, and whether others see it. */
export const entryOutput = z.object({
  entry: entryView,
  /** What a document says. */
  text: z.string().nullable(),
  versions: z.array(z.object({ version: z.number().int(), at: z.date() })),
  cases: z.array(caseView),
  /** The visitor decides about this record; who only reads neither asks nor hides. */
  owner: z.boolean(),
  /** The denial that keeps it from others. */
  hiddenBy: z.uuid().nullable(),
});
export const askCorrectionInput = entryInput.extend({ question: z.string().trim().min(4).max(500) });
export const askedOutput = z.object({ caseId: z.uuid(), dueAt: z.date() });
